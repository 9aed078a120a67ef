# Quartalsgespräche: die Seite, auf der sie festgehalten werden, die Mail mit dem Link und das Blatt für den Termin

# Die Seite
review-title = Quartalsgespräche bei { $company }
review-noscript = Diese Seite braucht JavaScript. Ohne geht es über die Leitung des Programms: sayso review record.
review-waiting = Einen Moment …
review-quarter = { $number }. Quartal { $year }
review-heading = Quartalsgespräche, { $quarter }
review-lead = { $address ->
    [informal] Wähle den Kunden, mit dem du zusammensitzt, und halte fest, was er sagt, in seinen Worten.
   *[formal] Wählen Sie den Kunden, mit dem Sie zusammensitzen, und halten Sie fest, was er sagt, in seinen Worten.
  }
review-todo = { $count } noch offen
review-done = { $count } festgehalten
review-all-done = Alle Gespräche sind festgehalten. Danke.
review-empty = Auf dieser Liste steht kein Kunde. Neue kommen jeden Montag dazu.
review-unsaved = noch nicht gespeichert
review-score = { $score } von 10
review-back = Zurück zur Liste
review-pack = Gesprächsblatt zum Drucken
review-who = Von wem kommt die Bewertung?
review-by = Von { $value }
review-somebody = jemandem, der nicht mehr auf der Liste steht
review-nobody = Von diesem Kunden kann gerade niemand bewerten: Die Kontaktliste nennt keine Person.
review-choose = { $address ->
    [informal] Wähle eine Zahl von 0 bis 10.
   *[formal] Wählen Sie eine Zahl von 0 bis 10.
  }
review-chosen = { $value } von 10
review-why = Warum diese Bewertung?
review-better = Was würde es besser machen?
review-none-said = Es wurde nichts notiert.
review-save = Für { $value } speichern
review-recorded = Festgehalten am { $value }.
review-until = Ändern geht bis { $value }.
review-over = Ändern ging 7 Tage lang; jetzt bleibt es so.
review-saving = Wird gespeichert …
review-saved = Für { $value } gespeichert.
review-saved-low = Für { $value } gespeichert. Dazu entsteht ein Fall, eine E-Mail dazu ist unterwegs.
review-needs-score = Zuerst fehlt noch eine Zahl.
review-needs-person = Zuerst fehlt noch, von wem die Bewertung kommt.
review-unsaved-offline = { $address ->
    [informal] Noch nicht gespeichert: Du bist offline. Dein Text bleibt auf diesem Gerät. Speichere bitte noch einmal, sobald du wieder verbunden bist.
   *[formal] Noch nicht gespeichert: Sie sind offline. Ihr Text bleibt auf diesem Gerät. Speichern Sie bitte noch einmal, sobald Sie wieder verbunden sind.
  }
review-unsaved-failed = { $address ->
    [informal] Noch nicht gespeichert: Bei uns ist etwas schiefgegangen. Dein Text bleibt auf diesem Gerät. Bitte versuch es gleich noch einmal.
   *[formal] Noch nicht gespeichert: Bei uns ist etwas schiefgegangen. Ihr Text bleibt auf diesem Gerät. Bitte versuchen Sie es gleich noch einmal.
  }
review-unsaved-other = Nicht gespeichert: Dieses Gespräch ist schon festgehalten oder lässt sich nicht mehr ändern. In der Liste steht, was gilt.
review-unsaved-gone = Nicht gespeichert: Dieser Kunde oder diese Person steht nicht mehr auf der Liste.
review-unsaved-long = Nicht gespeichert: Dieser Text ist länger als 5.000 Zeichen.
review-unsaved-expired = Nicht gespeichert: Dieser Link ist abgelaufen. Der Text bleibt auf diesem Gerät.
review-invalid = Dieser Link funktioniert nicht
review-invalid-why = { $address ->
    [informal] Vielleicht ist er unterwegs abgeschnitten worden. Öffne ihn bitte direkt aus der E-Mail.
   *[formal] Vielleicht ist er unterwegs abgeschnitten worden. Öffnen Sie ihn bitte direkt aus der E-Mail.
  }
review-expired = Diese Liste ist geschlossen
review-expired-why = Festhalten geht bis 14 Tage nach dem Quartal. Der Link für das nächste kommt per E-Mail.
review-failed = Die Liste lässt sich gerade nicht anzeigen
review-failed-why = { $address ->
    [informal] Das liegt nicht an dir. Bitte versuch es gleich noch einmal.
   *[formal] Das liegt nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal.
  }
review-offline-why = { $address ->
    [informal] Du bist offline. Bitte versuch es noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind offline. Bitte versuchen Sie es noch einmal, sobald Sie wieder verbunden sind.
  }
review-retry = Noch einmal versuchen

# Die Mail
review-mail-subject = { $n ->
    [one] Ein Quartalsgespräch steht an ({ $quarter }): { $account }
   *[other] { $n } Quartalsgespräche stehen an ({ $quarter })
}
review-mail-title = { $n ->
    [one] Ein Quartalsgespräch steht an
   *[other] { $n } Quartalsgespräche stehen an
}
review-mail-lead = Die Fragen für den Termin: Wie wahrscheinlich ist eine Weiterempfehlung von { $company }, warum, und was würde es besser machen? Die Seite hinter dem Link nimmt die Antwort auf dem Handy auf und hat zu jedem Kunden ein Gesprächsblatt zum Drucken.
review-mail-follow-up = { $all ->
    [one] Bei diesem Kunden ist ein Fall offen.
   *[other] { $n ->
        [one] Bei einem davon ist ein Fall offen.
       *[other] Bei { $n } davon ist ein Fall offen.
    }
}
review-mail-open = Liste öffnen
review-mail-more = und { $more } weitere
review-mail-stands-in = Wer im Gespräch bewertet, bekommt eine Jahresumfrage nicht mehr, die in den nächsten 90 Tagen fällig wäre.
review-mail-reason = { $address ->
    [informal] Du bekommst diese E-Mail einmal im Quartal, weil du { $n ->
        [one] diesen Kunden
       *[other] diese Kunden
    } betreust. Der Link ist deiner und gilt bis { DATETIME($until, dateStyle: "long") }.
   *[formal] Sie bekommen diese E-Mail einmal im Quartal, weil Sie { $n ->
        [one] diesen Kunden
       *[other] diese Kunden
    } betreuen. Der Link ist Ihrer und gilt bis { DATETIME($until, dateStyle: "long") }.
} Antworten gehen an die Leitung des Programms.

# Das Gesprächsblatt
review-pack-title = { $account }: Gesprächsblatt, { $quarter }
review-pack-made = { $quarter } · Stand { DATETIME($day, dateStyle: "long") } · betreut von { $owner }
review-pack-standing = Zwölf Monate in Zahlen
review-pack-kind = Gefragt nach
review-pack-n = Antworten
review-pack-nps = NPS
review-pack-likely = Vermutlich zwischen
review-pack-ends = { $low } und { $high }
review-pack-mean = Mittel { $mean } von 5
review-pack-note = Je weniger Antworten, desto breiter der Bereich; er gilt für alle Kunden wie diese.
review-pack-relationship = Zusammenarbeit
review-pack-review = Quartalsgespräche
review-pack-ticket = Tickets
review-pack-scores = Bewertungen der letzten 24 Monate
review-pack-scores-described = Jede Zahl ist eine Bewertung, an der Stelle ihres Tages.
review-pack-no-scores = In den letzten 24 Monaten hat bei diesem Kunden niemand geantwortet.
review-pack-newest = Die neuesten Antworten
review-pack-more-answers = { $more ->
    [one] Eine ältere Antwort steht nicht hier.
   *[other] { $more } ältere Antworten stehen nicht hier.
}
review-pack-last = Die letzten Gespräche
review-pack-no-reviews = Noch kein Gespräch ist festgehalten.
review-pack-why = Warum
review-pack-better = Was es besser machen würde
review-pack-no-words = Es wurde nichts notiert.
review-pack-open = Offene Fälle
review-pack-no-open = Niemand wartet.
review-pack-since = seit { DATETIME($day, dateStyle: "medium") }
review-pack-due = fällig { DATETIME($day, dateStyle: "medium") }
review-pack-late = überfällig seit { DATETIME($day, dateStyle: "medium") }
review-pack-contacted = Kontakt ist aufgenommen
review-pack-with = bei { $owner }
review-pack-promises = Was getan wurde
review-pack-no-promises = Noch ist kein Fall abgeschlossen.
review-pack-outcome = { $outcome ->
    [solved] gelöst
    [not_solved] nicht gelöst
   *[no_answer] niemanden erreicht
}
review-pack-score = { $score } von { $most }
review-pack-ticket-number = Ticket { $ticket }
review-pack-more = und { $more } weitere
review-pack-today = Heute
review-pack-today-score = Bewertung, 0 bis 10
review-pack-today-why = Warum diese Bewertung?
review-pack-today-better = Was würde es besser machen?
review-pack-foot = Nur für das Gespräch und unsere eigenen Leute: Hier steht, wer was gesagt hat.
review-pack-invalid = Dieses Blatt lässt sich nicht anzeigen
review-pack-invalid-why = Der Link ist unvollständig oder abgelaufen, oder der Kunde wird inzwischen von jemand anderem betreut. Die gültigen stehen in der Liste hinter der E-Mail des Quartals.
