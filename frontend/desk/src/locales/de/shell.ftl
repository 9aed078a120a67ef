# Was um jede Ansicht herum steht: anmelden, sich zurechtfinden, und was schiefgeht
shell-desk = Arbeitsplatz
shell-skip = Zum Inhalt springen
shell-nav = Ansichten
shell-menu = Menü
shell-language = Sprache
shell-sign-in = Anmelden
shell-sign-in-again = Wieder anmelden
shell-sign-out = Abmelden
shell-signin-lead = Hier liest { $company }, was Kunden sagen, und kümmert sich darum.
shell-signin-over = { $address ->
    [informal] Deine Sitzung ist abgelaufen. Nach der Anmeldung geht es dort weiter, wo du warst.
   *[formal] Ihre Sitzung ist abgelaufen. Nach der Anmeldung geht es dort weiter, wo Sie waren.
  }
shell-signin-failed = { $address ->
    [informal] Die Anmeldung hat nicht geklappt. Bitte versuch es noch einmal.
   *[formal] Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal.
  }
shell-no-role = Noch keine Rolle
shell-no-role-why = { $address ->
    [informal] Du bist angemeldet, hast hier aber noch keine Rolle. Frag bitte bei { $company } nach, wer das Kundenprogramm leitet.
   *[formal] Sie sind angemeldet, haben hier aber noch keine Rolle. Fragen Sie bitte bei { $company } nach, wer das Kundenprogramm leitet.
  }
shell-missing = Hier ist nichts
shell-missing-why = { $address ->
    [informal] Diese Adresse führt nirgendwohin oder zu etwas, worauf du keinen Zugriff hast.
   *[formal] Diese Adresse führt nirgendwohin oder zu etwas, worauf Sie keinen Zugriff haben.
  }
shell-to-start = Zum Anfang
shell-loading = Wird geladen …
shell-offline = Keine Verbindung. Was eingegeben wurde, bleibt stehen; was hier zu sehen ist, kann veraltet sein.
shell-unreachable = Der Server ist nicht zu erreichen. Was eingegeben wurde, bleibt stehen; was hier zu sehen ist, kann veraltet sein.
shell-over = { $address ->
    [informal] Deine Sitzung ist abgelaufen. Was du eingegeben hast, bleibt in diesem Tab erhalten.
   *[formal] Ihre Sitzung ist abgelaufen. Was Sie eingegeben haben, bleibt in diesem Tab erhalten.
  }
shell-as-table = Als Tabelle
shell-numbers = Zahlen
shell-no-picture = Dieses Bild lässt sich nicht anzeigen. Die Zahlen stehen in der Tabelle.
shell-problem-offline = { $address ->
    [informal] Keine Verbindung. Bitte versuch es noch einmal, sobald sie wieder da ist.
   *[formal] Keine Verbindung. Bitte versuchen Sie es noch einmal, sobald sie wieder da ist.
  }
shell-problem-unreachable = { $address ->
    [informal] Der Server ist nicht zu erreichen. Bitte versuch es gleich noch einmal.
   *[formal] Der Server ist nicht zu erreichen. Bitte versuchen Sie es gleich noch einmal.
  }
shell-problem-over = { $address ->
    [informal] Deine Sitzung ist abgelaufen.
   *[formal] Ihre Sitzung ist abgelaufen.
  }
shell-problem-role = { $address ->
    [informal] Das gehört nicht zu deiner Rolle.
   *[formal] Das gehört nicht zu Ihrer Rolle.
  }
shell-problem-missing = Das gibt es nicht, oder nicht mehr.
shell-problem-conflict = Das hat sich inzwischen geändert. Nichts wurde überschrieben.
shell-problem-refused = Das wurde nicht angenommen.
shell-problem-failed = { $address ->
    [informal] Das hat nicht geklappt. Es liegt nicht an dir; bitte versuch es gleich noch einmal.
   *[formal] Das hat nicht geklappt. Es liegt nicht an Ihnen; bitte versuchen Sie es gleich noch einmal.
  }
