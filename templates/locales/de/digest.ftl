# Die Überblicke: jede Woche für das Team und für alle Zuständigen, jeden Monat für die Geschäftsleitung.

## Beide

digest-answers = { $n ->
    [one] Eine Antwort
   *[other] { $n } Antworten
}: { $promoters ->
    [one] ein Promotor
   *[other] { $promoters } Promotoren
}, { $passives ->
    [one] ein Passiver
   *[other] { $passives } Passive
}, { $detractors ->
    [one] ein Detraktor
   *[other] { $detractors } Detraktoren
}.
digest-nps = NPS { $nps }
digest-interval = wahrscheinlich zwischen { $low } und { $high }
digest-few = wenige Antworten
digest-satisfaction = { $survey }, 1 bis 5: { $n ->
    [one] eine Antwort
   *[other] { $n } Antworten
}
digest-satisfaction-mean = im Mittel { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) }
digest-satisfaction-share = { $share } % gaben 4 oder 5, wahrscheinlich zwischen { $low } % und { $high } %
digest-more = und { $more } weitere
digest-holds = Zurückgestellt: { $n ->
    [0] kein Kunde
    [one] ein Kunde
   *[other] { $n } Kunden
}
digest-held = bis { DATETIME($until, dateStyle: "long") } · { $reason } · { $by }

## Jede Woche

digest-subject = { $own ->
    [yes] { $address ->
        [informal] Deine Kunden
       *[formal] Ihre Kunden
    }: { $n ->
        [0] keine Antworten
        [one] eine Antwort
       *[other] { $n } Antworten
    }
   *[no] { $n ->
        [0] Keine Antworten
        [one] Eine Antwort
       *[other] { $n } Antworten
    }
} in der Woche vom { DATETIME($start, dateStyle: "long") }{ $late ->
    [0] { "" }
    [one] , ein Fall überfällig
   *[other] , { $late } Fälle überfällig
}
digest-title = { $own ->
    [yes] { $address ->
        [informal] Was deine Kunden gesagt haben
       *[formal] Was Ihre Kunden gesagt haben
    }
   *[no] Was wir gehört haben
}
digest-period = { DATETIME($start, dateStyle: "long") } bis { DATETIME($end, dateStyle: "long") }
digest-nobody = Diese Woche hat niemand geantwortet.
digest-praise = { $own ->
    [yes] Lob
   *[no] Lob zum Weitergeben
}
digest-criticism = { $own ->
    [yes] Kritik
   *[no] Für die Besprechung
}
digest-missing = Was zu einer 9 oder 10 fehlt
digest-quoted = { $account } · { $score } von { $most }
digest-pass-on = für { $owner }
digest-reference = { $person } darf als Referenz genannt werden
digest-follow-ups = Offene Fälle
digest-none-open = Kein Fall ist offen.
digest-due = fällig am { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
digest-late = überfällig seit { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
digest-contacted = in Kontakt seit { DATETIME($at, dateStyle: "long") }, nicht abgeschlossen
digest-case = Fall öffnen: { $who }
digest-unconfirmed-why = { $own ->
    [yes] Bei diesen niedrigen Bewertungen wurde niemand gesehen; auch Virenscanner öffnen Links. Sie zählen nirgends, und es gibt keinen Fall dazu. { $address ->
        [informal] Frag beim nächsten Gespräch nach: Wie läuft es, fehlt etwas? Stimmt eine Bewertung, sag bitte { $manager } Bescheid.
       *[formal] Fragen Sie beim nächsten Gespräch nach: Wie läuft es, fehlt etwas? Stimmt eine Bewertung, sagen Sie bitte { $manager } Bescheid.
    }
   *[no] Bei diesen niedrigen Bewertungen wurde niemand gesehen; auch Virenscanner öffnen Links. Ein Fall wird dafür nicht eröffnet. Ergibt eine Nachfrage beim Kunden, dass eine stimmt, zählt sie mit sayso answers accept.
}
digest-silent = Gefragt, und seit einem Jahr ohne Antwort
digest-silent-asked = { $asked ->
    [one] in zwölf Monaten einmal gefragt
   *[other] in zwölf Monaten { $asked } Mal gefragt
}
digest-silent-last = letzte Antwort am { DATETIME($day, dateStyle: "long") }
digest-silent-never = noch nie geantwortet
digest-silent-renewal = Verlängerung am { DATETIME($day, dateStyle: "long") }
digest-next = Wer als Nächstes gefragt wird
digest-next-why = { $address ->
    [informal] Vom { DATETIME($start, dateStyle: "long") } bis zum { DATETIME($end, dateStyle: "long") }. Kommt die Frage bei jemandem ungelegen? Dann stell den Kunden mit Begründung zurück.
   *[formal] Vom { DATETIME($start, dateStyle: "long") } bis zum { DATETIME($end, dateStyle: "long") }. Kommt die Frage bei jemandem ungelegen? Dann stellen Sie den Kunden mit Begründung zurück.
}
digest-next-paused = Der Versand ruht: Bis es weitergeht, wird niemand gefragt.
digest-next-person = { $person } · { $survey } · { DATETIME($day, dateStyle: "full") }
digest-hold = { $account } zurückstellen
digest-reason = { $own ->
    [yes] { $address ->
        [informal] Du bekommst diesen Überblick, weil du für diese Kunden zuständig bist.
       *[formal] Sie erhalten diesen Überblick, weil Sie für diese Kunden zuständig sind.
    } Er kommt höchstens einmal in der Woche, und nur wenn es etwas zu berichten gibt. Antworten gehen an die Leitung des Programms.
   *[no] Dieser Überblick kommt einmal in der Woche aus dem Feedback-Programm von { $company }. Er nennt Kunden beim Namen: bitte nur intern verwenden.
}

## Jeden Monat

monthly-subject = { $month }: { $nps ->
    [none] { $n ->
        [0] keine Antworten
        [one] eine Antwort
       *[other] { $n } Antworten
    }
   *[other] NPS { $nps }, { $moved ->
        [up] verlässlich besser als im Jahr davor
        [down] verlässlich schlechter als im Jahr davor
        [same] keine verlässliche Veränderung
       *[unknown] { $n } Antworten in zwölf Monaten
    }
}
monthly-title = { $month }, für die Besprechung der Geschäftsleitung
monthly-headline-none = In den zwölf Monaten bis zum { DATETIME($until, dateStyle: "long") } hat niemand zur Zusammenarbeit geantwortet.
monthly-headline-few = Noch zu wenige Antworten für einen Wert.
monthly-headline = { $n ->
    [one] eine Antwort
   *[other] { $n } Antworten
}, zwölf Monate bis zum { DATETIME($until, dateStyle: "long") }
monthly-coverage = { $answered } von { $asked } Gefragten haben geantwortet
monthly-moved-year = { $way ->
    [up] { $points } Punkte mehr als in den zwölf Monaten davor, wahrscheinlich zwischen { $low } und { $high }: mehr als Zufall.
    [down] { $points } Punkte weniger als in den zwölf Monaten davor, wahrscheinlich zwischen { $low } und { $high }: mehr als Zufall.
    [same] Keine verlässliche Veränderung gegenüber den zwölf Monaten davor: { $change } Punkte, wahrscheinlich zwischen { $low } und { $high }.
    [other] Kein Vergleich mit den zwölf Monaten davor: Damals wurde anders gefragt.
   *[few] Kein Vergleich mit den zwölf Monaten davor: Es sind weniger als zehn Antworten.
}
monthly-moved-month = { $way ->
    [up] { $points } Punkte mehr als im Monat davor, wahrscheinlich zwischen { $low } und { $high }: mehr als Zufall.
    [down] { $points } Punkte weniger als im Monat davor, wahrscheinlich zwischen { $low } und { $high }: mehr als Zufall.
    [same] Keine verlässliche Veränderung gegenüber dem Monat davor: { $change } Punkte, wahrscheinlich zwischen { $low } und { $high }.
    [other] Kein Vergleich mit dem Monat davor: Damals wurde anders gefragt.
   *[few] Kein Vergleich mit dem Monat davor: Es sind weniger als zehn Antworten.
}
monthly-nobody = Niemand hat geantwortet.
monthly-relationship = Zur Beziehung: { $counts }
monthly-survey = { $survey }: { $n ->
    [one] eine Antwort
   *[other] { $n } Antworten
}
monthly-drivers = Was Detraktoren in allen Umfragen genannt haben
monthly-driver = { $cause }: { $times } von { $n }
monthly-drivers-none = Kein Detraktor hat einen Grund genannt.
monthly-loop = Zurückgerufen und zurückgewonnen
monthly-opened = { $n ->
    [one] Im { $month } wurde ein Fall eröffnet.
   *[other] Im { $month } wurden { $n } Fälle eröffnet.
}
monthly-in-time = Rechtzeitig gemeldet: { $in_time } von { $n }.
monthly-days = { $days ->
    [0] Bei der Hälfte kam der Kontakt am selben Arbeitstag.
    [one] Bei der Hälfte kam der Kontakt innerhalb eines Arbeitstags.
   *[other] Bei der Hälfte kam der Kontakt innerhalb von { NUMBER($days, maximumFractionDigits: 1) } Arbeitstagen.
}
monthly-closed = Abgeschlossen: { $n }. Gelöst { $solved }, nicht gelöst { $not_solved }, ohne Rückmeldung { $no_answer }.
monthly-causes = Daran lag es: { $causes }.
monthly-won-back = In zwölf Monaten zurückgewonnen: { $won_back } von { $answered }, die erneut geantwortet haben; { $asked ->
    [one] einer wurde gefragt.
   *[other] { $asked } wurden gefragt.
}
monthly-open = { $n ->
    [0] Heute ist kein Fall offen.
    [one] Heute ist ein Fall offen{ $late ->
        [0] .
       *[other] {" "}und überfällig.
    }
   *[other] Heute sind { $n } Fälle offen{ $late ->
        [0] .
        [one] , einer davon überfällig.
       *[other] , { $late } davon überfällig.
    }
}
monthly-commitments = Was wir zugesagt haben
monthly-commitments-none = Nichts wurde geplant, erledigt oder abgelehnt.
monthly-done = erledigt am { DATETIME($day, dateStyle: "long") }
monthly-status = { $status ->
    [planned] geplant
    [in_progress] in Arbeit
    [declined] abgelehnt
   *[done] erledigt
}
monthly-held = { $n ->
    [0] Im { $month } wurde kein Kunde zurückgestellt.
    [one] Im { $month } wurde ein Kunde zurückgestellt.
   *[other] Im { $month } wurden { $n } Kunden zurückgestellt.
}
monthly-reason = Dieser Überblick kommt einmal im Monat aus dem Feedback-Programm von { $company }. Er nennt Kunden beim Namen: bitte nur intern verwenden.
