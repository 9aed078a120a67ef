# Was mehrere Ansichten gleich nennen: Zustände, Gruppen, Rollen und die Worte auf den Schaltflächen
common-yes = ja
common-no = nein
common-saving = Wird gespeichert …
common-cancel = Abbrechen
common-close = Schließen
common-search = Suchen
common-filter = Filtern
common-all = Alle
common-none = Keine
common-more = Mehr anzeigen
common-try-again = Noch einmal versuchen
common-one-moment = Einen Moment …
common-choose = Bitte auswählen
common-today = heute
common-until = bis { $value }
common-from-to = { $from } bis { $to }
common-of = von { $most }
common-answers = { $n ->
    [one] 1 Antwort
   *[other] { $n } Antworten
  }
common-likely = wahrscheinlich zwischen { $low } und { $high }
common-not-enough = zu wenige Antworten für eine Aussage
common-no-change = Keine verlässliche Veränderung
common-erased = Jemand, dessen Angaben gelöscht wurden
common-no-name = Name nicht bekannt
common-no-words = Zur Bewertung kamen keine Worte.

common-group-promoter = Promotor
common-group-passive = Passiv
common-group-detractor = Detraktor
common-groups-promoter = Promotoren
common-groups-passive = Passive
common-groups-detractor = Detraktoren

common-case-open = Offen
common-case-contacted = Kontakt aufgenommen
common-case-solved = Gelöst
common-case-not_solved = Nicht gelöst
common-case-no_answer = Niemanden erreicht
common-case-late = Überfällig

common-survey-day50 = Erste Wochen
common-survey-annual = Jahresumfrage
common-survey-ticket = Supportticket
common-survey-recheck = Nachfrage
common-survey-review = Quartalsgespräch

common-role-manager = Leitung des Programms
common-role-owner = Kundenbetreuung
common-role-viewer = Nur Zahlen

common-language-en = Englisch
common-language-de = Deutsch
common-language-nl = Niederländisch
common-language-own-en = English
common-language-own-de = Deutsch
common-language-own-nl = Nederlands

common-account = Kunde
common-contact = Ansprechperson
common-owner = Verantwortlich
common-survey = Umfrage
common-score = Bewertung
common-theme = Thema
common-driver = Grund
common-language = Sprache
common-state = Stand
common-date = Datum
common-period = Zeitraum
