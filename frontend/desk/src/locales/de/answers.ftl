# Antworten: der Strom, eine Antwort, Zuordnen, Entscheiden, Export
answers-nav = Antworten
answers-title = Antworten
answers-lead = Was Kunden sagen, das Neueste zuerst.
answers-lead-mine = { $address ->
    [informal] Was die Kunden sagen, um die du dich kümmerst, das Neueste zuerst.
   *[formal] Was die Kunden sagen, um die Sie sich kümmern, das Neueste zuerst.
  }
answers-one = Eine Antwort
answers-open = diese Antwort öffnen

answers-state-counts = Zählt
answers-state-waiting = Wartet
answers-state-unconfirmed = Nicht bestätigt
answers-state-machine = Maschine
answers-state-all = Alle

answers-filters = Filter
answers-filters-on = { $n ->
    [one] Filter: 1 gewählt
   *[other] Filter: { $n } gewählt
  }
answers-filters-off = Alle Filter entfernen
answers-account-off = Nicht nur { $account }
answers-account-begin = Beginnt mit …
answers-group = Gruppe
answers-filed = Zugeordnet
answers-filed-filed = einem Thema zugeordnet
answers-filed-suggested = vorgeschlagen, nicht entschieden
answers-filed-none = keinem Thema zugeordnet
answers-since = Von
answers-until = Bis
answers-only = Nur
answers-only-words = mit Worten
answers-only-quotable = zitierbar

answers-search = Im Gezeigten suchen
answers-search-hint = Alle Wörter, gleich wie groß und mit welchen Akzenten. Gesucht wird nur in den unten geladenen Antworten.
answers-search-found = { $n } von { $of } geladenen Antworten
answers-new = { $n ->
    [one] 1 neue Antwort: zeigen
   *[other] { $n } neue Antworten: zeigen
  }
answers-looked-until = Bisher zurückgeblickt bis { $day }. Davor kann es mehr geben.
answers-none = Noch keine Antworten
answers-none-why = Sobald jemand antwortet, steht es innerhalb einer halben Minute hier.
answers-none-fits = Keine Antwort passt
answers-none-fits-why = { $address ->
    [informal] Wähle weniger Filter oder einen längeren Zeitraum.
   *[formal] Wählen Sie weniger Filter oder einen längeren Zeitraum.
  }
answers-none-yet = Bisher nichts gefunden
answers-none-more = Ältere Antworten wurden noch nicht angesehen: mehr zeigen.
answers-none-search = Nicht in dem, was geladen ist
answers-none-search-more = Ältere Antworten sind noch nicht geladen: mehr zeigen, um auch sie zu durchsuchen.

answers-withheld = { $address ->
    [informal] Was hier steht, handelt von dir; lesen wird es jemand anders.
   *[formal] Was hier steht, handelt von Ihnen; lesen wird es jemand anders.
  }
answers-words-gone = Die Worte sind abgelaufen und gelöscht.
answers-better = Was es besser machen würde:
answers-ticket = Ticket { $ticket }
answers-wish = Möchte kontaktiert werden
answers-wish-no = nein
answers-wish-phone = per Telefon
answers-wish-mail = per Mail
answers-may-quote = zitierbar
answers-may-name = als Referenz nennbar
answers-case = Fall: { $state }
answers-follow-up = Fall

answers-themes = Themen
answers-themes-note = { $address ->
    [informal] Drücke ein Thema, um die Antwort zuzuordnen, und noch einmal, um das zurückzunehmen.
   *[formal] Drücken Sie ein Thema, um die Antwort zuzuordnen, und noch einmal, um das zurückzunehmen.
  }
answers-themes-first = Zuordnen lässt sie sich, sobald sie zählt.
answers-file = Zuordnen …
answers-accept = ja
answers-not-it = nein
answers-accept-theme = Ja, es geht um { $theme }
answers-reject-theme = Nein, es geht nicht um { $theme }
answers-suggested = { $theme }?
answers-theme-filed = { $theme }: zugeordnet von { $by }
answers-theme-suggested = { $theme }: von den Worten vorgeschlagen
answers-theme-rejected = { $theme }: verworfen von { $by }
answers-by-rule = einer Regel
answers-undo = Rückgängig
answers-told-file = { $n ->
    [one] Dem Thema „{ $theme }“ zugeordnet.
   *[other] { $n } Antworten dem Thema „{ $theme }“ zugeordnet.
  }
answers-told-accept = { $n ->
    [one] Dem Thema „{ $theme }“ zugeordnet.
   *[other] { $n } Antworten dem Thema „{ $theme }“ zugeordnet.
  }
answers-told-reject = { $n ->
    [one] Gehört nicht zum Thema „{ $theme }“.
   *[other] { $n } Antworten gehören nicht zum Thema „{ $theme }“.
  }
answers-told-take_back = Zurückgenommen: { $theme }.
answers-told-undone = Rückgängig gemacht: { $theme }.

answers-choose = { $answer } auswählen
answers-selected = { $n ->
    [one] 1 Antwort ausgewählt
   *[other] { $n } Antworten ausgewählt
  }
answers-clear = Keine auswählen

answers-keys = Tastatur
answers-keys-on = Einzelne Tasten ordnen Antworten zu
answers-keys-hint = Zum Abschalten beim Diktieren oder bei versehentlichen Tasten. Während etwas getippt wird, sind sie immer aus.
answers-key-j = nächste Antwort
answers-key-k = vorige Antwort
answers-key-1 = dem Thema mit dieser Nummer zuordnen, oder das zurücknehmen
answers-key-a = Vorschlag annehmen
answers-key-x = Vorschlag verwerfen
answers-key-s = diese Antwort auswählen
answers-key-o = diese Antwort öffnen
answers-key-u = rückgängig

answers-rule-accepted = Sie ist von dieser Person
answers-rule-accepted-say = Die Antwort zählt ab jetzt, und eine niedrige eröffnet einen Fall. Das lässt sich nicht zurücknehmen.
answers-rule-rejected = Sie ist nicht von dieser Person
answers-rule-rejected-say = Die Antwort zählt nicht. Kommt die Person zurück und antwortet, dann zählt das.
answers-rule-score = Welche Zahl ist gemeint?
answers-rule-score-missing = Mehrere Zahlen wurden geöffnet: Welche war gemeint?
answers-rule-reason = Warum
answers-rule-reason-hint = Was gefragt und was geantwortet wurde. Es wird aufbewahrt.
answers-rule-reason-missing = Bitte den Grund angeben.
answers-told-accepted = Angenommen: { $score } zählt ab jetzt.
answers-told-rejected = Verworfen: Sie zählt nicht.

answers-link = Mit einer Zusage verknüpfen
answers-link-say = { $n ->
    [one] Wer diese Antwort gab, erfährt davon, wenn die Zusage erfüllt ist.
   *[other] Wer diese { $n } Antworten gab, erfährt davon, wenn die Zusage erfüllt ist.
  }
answers-link-to = Zusage
answers-link-none = Es gibt noch keine offene Zusage.
answers-linked = { $n ->
    [one] Verknüpft. { $voices } Personen haben jetzt danach gefragt.
   *[other] { $n } Antworten verknüpft. { $voices } Personen haben jetzt danach gefragt.
  }
answers-made = Was daraus wurde
answers-commitments-none = Mit keiner Zusage verknüpft.
answers-by-another = (durch eine andere Antwort derselben Person)

answers-quote = Zitat wählen
answers-quote-say = Diese Person erlaubt, zitiert zu werden, ohne ihren Namen. Namen von Menschen und Firmen bleiben draußen.
answers-quote-hint = Ihre eigenen Worte: mit […] kürzen, nichts ändern.
answers-quote-text = Zitat ({ $language })
answers-quote-translation = Übersetzung: { $language } (freiwillig)
answers-quoted = Gewählt. Es wird jetzt auf Namen geprüft und ist in wenigen Minuten bereit.
answers-quote-stands = Als Zitat gewählt
answers-quote-fallen = War als Zitat gewählt und darf nicht mehr gezeigt werden

answers-evidence = Woher wir es wissen
answers-visible = Seite sichtbar
answers-seconds = { $n ->
    [one] 1 Sekunde
   *[other] { $n } Sekunden
  }
answers-after-delivery = Nach Ankunft der Mail
answers-scores-seen = Geöffnete Zahlen
answers-recorded-by = Aufgeschrieben von
answers-imported-from = Übernommen aus
answers-id = Kurzname
answers-reason-gesture = Jemand hat die Seite berührt, den Zeiger bewegt oder getippt
answers-reason-read = Die einzige Zahl, 5 Minuten oder mehr nach der Mail geöffnet, und gelesen
answers-reason-sent = Mit dem Knopf der einfachen Seite gesendet
answers-reason-everything_counts = Das Programm zählt jeden Klick
answers-reason-accepted = Von einem von uns angenommen
answers-reason-imported = Aus einem anderen Werkzeug übernommen
answers-reason-recorded = In einem Gespräch gesagt und von einem von uns aufgeschrieben
answers-reason-rejected = Von einem von uns verworfen
answers-reason-burst = Verschiedene Zahlen binnen Sekunden, wie Mail-Scanner sie öffnen
answers-reason-many_scores = Drei oder mehr verschiedene Zahlen, und niemand hat die Seite berührt
answers-reason-several_scores = Zwei verschiedene Zahlen, und niemand hat die Seite berührt
answers-reason-too_soon = Binnen 5 Minuten nach der Zustellung geöffnet, wenn Mails geprüft werden
answers-reason-sent_too_soon = Binnen einer Minute nach der Zustellung gesendet
answers-reason-too_short = Kürzer als 5 Sekunden sichtbar
answers-reason-no_gesture = Niemand hat die Seite berührt, und das Programm verlangt das

answers-history = Verlauf
answers-history-none = Davon ist nichts aufbewahrt.
answers-step-asked = Per Mail gefragt
answers-step-reminded = Erinnert
answers-step-delivered = Die Mail kam an
answers-step-recorded = In einem Gespräch aufgeschrieben
answers-step-imported = In einem anderen Werkzeug gegeben
answers-step-given = Zuerst geklickt
answers-step-counted = Bestätigt: zählt
answers-step-accepted = Angenommen { $score }
answers-step-rejected = Verworfen
answers-step-theme_filed = { $theme } zugeordnet
answers-step-theme_rejected = Nicht zu { $theme }
answers-step-case_opened = Fall eröffnet
answers-step-case_closed = Fall abgeschlossen
answers-step-quoted = Als Zitat gewählt

answers-others = Weitere Antworten dieser Person
answers-others-none = Das ist bisher ihre einzige Antwort.
answers-of-account = Alle Antworten dieses Kunden

answers-export = Exportieren
answers-export-say = Alle Antworten, die zu den Filtern passen, kommen in eine Datei auf diesem Rechner. Sie handeln von Menschen: Die Datei nach Gebrauch löschen. Der Export wird festgehalten.
answers-export-counts = Exportiert werden nur Antworten, die zählen: den Zustand „Zählt“ wählen.
answers-export-as = Datei
answers-export-csv = CSV, für Tabellen
answers-export-jsonl = JSON-Zeilen, für Programme
answers-export-so-far = Bisher { $n } Antworten, zurück bis { $until } …
answers-export-stop = Anhalten
answers-exported = { $n ->
    [one] 1 Antwort exportiert.
   *[other] { $n } Antworten exportiert.
  }
