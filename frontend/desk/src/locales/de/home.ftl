# Was man in zehn Sekunden wissen will, und die Seite mit allen Zahlen
home-nav = Start
home-numbers-nav = Zahlen
home-title = Wo wir stehen
home-to-numbers = Alle Zahlen
home-pictures = Der Wert in Bildern
home-relationship = Beziehungs-NPS
home-answers = Antworten
home-answered = Geantwortet
home-interval = 95-%-Intervall
home-share = Anteil
home-change = Veränderung
home-part = nicht ganz
home-few = wenige Antworten
home-few-why = weniger als 30 Antworten, der Wert ist also unsicher
home-too-few = Zu wenige Antworten
home-too-few-why = Hier steht nichts, was weniger als fünf Antworten verrät.
home-twelve-months = 12 Monate bis { $day }
home-asked = { $answered } von { $asked } Gefragten haben geantwortet ({ $percent })
home-asked-some = { $answered } von { $asked } Gefragten haben geantwortet ({ $percent }); von importierten Antworten ist es nicht bekannt
home-asked-nobody = in diesen Tagen wurde niemand gefragt
home-asked-unknown = wie viele gefragt wurden, steht hier nicht
home-rate = { $percent } von { $asked }
home-waiting = { $n ->
    [one] 1 Antwort ist nicht bestätigt und nicht gezählt
   *[other] { $n } Antworten sind nicht bestätigt und nicht gezählt
  }
home-machine = { $n ->
    [one] 1 Klick eines Mailscanners nicht gezählt
   *[other] { $n } Klicks von Mailscannern nicht gezählt
  }
home-satisfaction = { $mean } von 5, { $share } % gaben 4 oder 5
home-of-five = von 5; { $share } % gaben 4 oder 5
home-of-five-alone = von 5
home-segment-without = ohne { $name }
home-quarter = { $quarter }. Quartal { $year }
home-week = Woche { $week }, { $year }

home-moved-up = { $points } Punkte höher, mehr als Zufall: Davor lag der Wert bei { $score } ({ $n } Antworten). Die Veränderung liegt wahrscheinlich zwischen { $low } und { $high }.
home-moved-down = { $points } Punkte niedriger, mehr als Zufall: Davor lag der Wert bei { $score } ({ $n } Antworten). Die Veränderung liegt wahrscheinlich zwischen { $low } und { $high }.
home-moved-noise = Keine verlässliche Veränderung. Davor lag der Wert bei { $score } ({ $n } Antworten); ein Unterschied von { $points } kann Zufall sein.
home-moved-same = Keine verlässliche Veränderung. Davor lag der Wert ebenfalls bei { $score } ({ $n } Antworten).
home-moved-few = Zu wenige Antworten, um eine Veränderung zu erkennen; davor lag der Wert bei { $score } ({ $n } Antworten).
home-moved-first = Es gibt noch nichts davor zum Vergleichen.
home-moved-other_question = Nicht verglichen: Davor wurde etwas anderes gefragt ({ $score }, { $n } Antworten).
home-moved-short = { $points }, verlässlich
home-why-few = zu wenige zum Vergleichen
home-why-other_question = andere Frage
home-why-running = läuft noch
home-why-part = nur ein Teil
home-none-now = Keine Antworten in diesen Tagen; die letzte ist vom { $day }.
home-none-relationship = Die Beziehungsumfragen hat noch niemand beantwortet.
home-benchmark-above = Vergleichswert { $score } ({ $source }). Der Wert liegt um mehr als Zufall darüber.
home-benchmark-below = Vergleichswert { $score } ({ $source }). Der Wert liegt um mehr als Zufall darunter.
home-benchmark-noise = Vergleichswert { $score } ({ $source }). Der Wert liegt weder verlässlich darüber noch darunter.

home-begin = Noch keine Antworten
home-begin-contacts = Zuerst kommen die Menschen, die gefragt werden sollen: Nach dem Import wird jeder zu seiner eigenen Zeit gefragt.
home-begin-import = Kontakte importieren
home-begin-asked = { $n ->
    [one] 1 Person wurde gefragt. Wer antwortet, tut es meist in wenigen Tagen.
   *[other] { $n } Personen wurden gefragt. Wer antwortet, tut es meist in wenigen Tagen.
  }
home-begin-first = Die erste Mail geht am { $day } hinaus: { $survey }.
home-begin-nothing-due = Im nächsten Jahr soll niemand gefragt werden. Mehr sagt der Kalender des Programms.
home-begin-then = Der Wert, sein Verlauf und worüber Kunden sprechen stehen hier, sobald jemand antwortet.

home-trend = Der Wert im Lauf der Zeit
home-trend-month = Der Wert Monat für Monat
home-trend-quarter = Der Wert Quartal für Quartal
home-trend-note = Das Band ist das 95-%-Intervall. In Lücken sind es zu wenige Antworten, hohle Punkte sind noch nicht vorbei.
home-distribution = Wie viele welche Punktzahl gaben
home-distribution-note = { $n ->
    [one] 1 Antwort in 12 Monaten
   *[other] { $n } Antworten in 12 Monaten
  }
home-beside = Für sich gezählt
home-beside-note = Andere Anlässe haben einen eigenen Wert und zählen nicht zum Beziehungs-NPS.
home-hidden-lines = Was weniger als fünf Antworten verrät, fehlt hier.
home-apart-review = In Quartalsgesprächen gesagt.
home-apart-history = Importiert oder beendet.

home-heard = Worüber Kunden sprechen
home-heard-note = Antworten der Beziehungsumfragen aus den letzten 12 Monaten. Gründe wählt der Kunde, Themen ordnen wir zu.
home-heard-none = Noch niemand hat einen Grund genannt
home-heard-none-why = Gründe kommen mit den Antworten; Themen, sobald sie unter Antworten zugeordnet werden.
home-heard-few = Zu wenige Antworten für jeden Grund und jedes Thema
home-praised = Gelobt
home-criticised = Bemängelt
home-named-promoters = { $part } von { $of } Promotoren
home-named-detractors = { $part } von { $of } Detraktoren
home-named-none-promoters = Kein Promotor nannte einen Grund, der gezeigt werden kann.
home-named-none-detractors = Kein Detraktor nannte einen Grund, der gezeigt werden kann.
home-drivers = Gründe und was sie mit dem Wert machen
home-drivers-short = Was Detraktoren und Promotoren nennen
home-drivers-note = Wirkung: was der Wert durch die, die den Grund nannten, an Punkten gewinnt oder verliert. Das Band ist das 95-%-Intervall.
home-drivers-note-short = Das Band ist das 95-%-Intervall.
home-pull = Wirkung
home-part-of = { $part } von { $of } ({ $percent })
home-themes = Themen, denen Antworten zugeordnet sind
home-filed = Zugeordnet
home-suggested = Vorgeschlagen
home-hidden = { $n ->
    [one] Eines mehr beruht auf zu wenigen Antworten.
   *[other] { $n } weitere beruhen auf zu wenigen Antworten.
  }

home-waits = Was wartet
home-waits-nothing = Es wartet nichts.
home-or-more = { $n }+
home-cases-late = { $n ->
    [one] Fall ist überfällig
   *[other] Fälle sind überfällig
  }
home-cases-due = { $n ->
    [one] erster Kontakt ist heute fällig
   *[other] erste Kontakte sind heute fällig
  }
home-cases-open = { $n ->
    [one] Fall ist offen
   *[other] Fälle sind offen
  }
home-cases-none = Kein Fall ist offen.
home-draft = Ausgabe der öffentlichen Seite wartet auf ein Ja
home-unconfirmed = { $n ->
    [one] niedrige Bewertung ist nicht bestätigt: War das jemand?
   *[other] niedrige Bewertungen sind nicht bestätigt: War das jemand?
  }
home-suggested-wait = { $n ->
    [one] vorgeschlagenes Thema zum Annehmen oder Ablehnen
   *[other] vorgeschlagene Themen zum Annehmen oder Ablehnen
  }
home-to-tell = Wem zu sagen ist, was daraus wurde
home-reviews = { $n ->
    [one] Quartalsgespräch aus { $quarter } ist nicht festgehalten
   *[other] Quartalsgespräche aus { $quarter } sind nicht festgehalten
  }
home-reviews-how = Festgehalten werden sie von den Zuständigen, auf der Seite aus ihrer Mail oder auf der Seite des Kunden. „sayso review due“ listet sie auf.
home-reviews-how-mine = Die Liste steht hinter dem Link in der Mail des Quartals; für einen Kunden geht es auf dessen Seite.
home-contact = Rechtzeitig kontaktiert in den letzten vier Wochen: { $in_time } von { $of } Fällen ({ $percent }).
home-contact-mine = { $address ->
    [informal] Rechtzeitig kontaktiert in den letzten vier Wochen: { $in_time } von { $of } deiner Fälle ({ $percent }).
   *[formal] Rechtzeitig kontaktiert in den letzten vier Wochen: { $in_time } von { $of } Ihrer Fälle ({ $percent }).
  }
home-contact-same-day = Wo jemand Kontakt aufnahm, geschah das am selben Arbeitstag (Median).
home-contact-days = { $n ->
    [one] Wo jemand Kontakt aufnahm, geschah das nach { $n } Arbeitstag (Median).
   *[other] Wo jemand Kontakt aufnahm, geschah das nach { $n } Arbeitstagen (Median).
  }
home-contact-part = Es wurden nicht alle diese Fälle gelesen.

home-week-title = Was diese Woche hinausgeht
home-week-note = Fällige Einladungen und Erinnerungen, Tag für Tag.
home-week-none = In den nächsten sieben Tagen ist nichts fällig.
home-week-paused = Der Versand ruht: Es geht nichts hinaus, bis ihn jemand wieder aufnimmt.
home-week-resume = Wieder aufnehmen unter Programm, Zustand
home-week-more = Die nächsten 30 Tage
home-mails = { $n ->
    [one] Mail
   *[other] Mails
  }
home-day-of = { $survey }: { $n }
home-day-none = keine
home-day-closed = kein Versand

home-numbers-title = Alle Zahlen
home-numbers-lead = Jeder Wert mit seinem Intervall und der Zahl der Antworten. Tage sind UTC-Tage.
home-days = Tage
home-days-twelve = Letzte 12 Monate
home-days-quarter = Dieses Quartal
home-days-last-quarter = Letztes Quartal
home-days-year = Dieses Jahr
home-days-last-year = Letztes Jahr
home-days-own = Eigene Auswahl
home-days-why = Andere Tage würden einzelne Antworten verraten.
home-first = Erster Tag
home-last = Letzter Tag
home-choose-days = Es fehlt noch der erste oder der letzte Tag.
home-look = Ansicht
home-look-surveys = Jede Umfrage
home-look-over-month = Monat für Monat
home-look-over-quarter = Quartal für Quartal
home-look-over-week = Woche für Woche
home-look-over-year = Jahr für Jahr
home-look-over-rolling = Zwölf Monate, gleitend
home-look-by-segment = Nach Segment
home-look-by-language = Nach Sprache
home-look-by-driver = Nach Grund
home-look-by-theme = Nach Thema
home-look-by-owner = Nach zuständiger Person
home-head-surveys = Umfrage
home-head-by-segment = Segment
home-head-by-language = Sprache
home-head-by-driver = Grund
home-head-by-theme = Thema
home-head-by-owner = Zuständig
home-segment = Segment
home-compared = Veränderung: verglichen mit { $from } bis { $to }.
home-rolling-note = Jeder Punkt steht für die zwölf Monate bis zu seinem Tag; sie überlappen sich und werden nicht verglichen.
home-none-here = Keine Antworten in diesen Tagen
home-no-parts = Hier gibt es keine Antwort, die gezeigt werden kann
home-too-few-a-year = Bei weniger als 30 Antworten im Jahr wird hier kein Verlauf gezeigt.
home-left-out = { $n } weitere wurden nicht gelesen. Mit einer Umfrage oder einem Segment werden es weniger.
