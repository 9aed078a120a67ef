# Die Mails: Einladung mit Erinnerungen, Hinweis auf eine Rückmeldung.

## Einladung

mail-subject = { $occasion ->
    [start] Eine Frage zu { $address ->
        [informal] deinen
       *[formal] Ihren
    } ersten Wochen mit { $company }
    [rhythm] Eine Frage zur Zusammenarbeit mit { $company }
    [ticket] Eine Frage zu { $address ->
        [informal] deiner
       *[formal] Ihrer
    } Anfrage an { $company }
    [recheck] Wie ist es heute? Eine Frage von { $company }
   *[other] Eine Frage von { $company }
}
mail-subject-ticket = Eine Frage zu { $address ->
    [informal] deiner
   *[formal] Ihrer
} Anfrage „{ $ticket }“
mail-subject-reminder = { $occasion ->
    [ticket] Noch offen: eine Frage zu { $address ->
        [informal] deiner
       *[formal] Ihrer
    } Anfrage an { $company }
   *[other] Noch offen: eine Frage von { $company }
}
mail-preheader = Ein Klick auf eine Zahl von { $low } bis { $high } genügt. Alles Weitere ist freiwillig.
mail-preheader-reminder = Zur Erinnerung: Ein Klick auf eine Zahl von { $low } bis { $high } genügt.
mail-greeting = { $address ->
    [informal] Hallo { $name },
   *[formal] Guten Tag { $name },
}
mail-greeting-nameless = { $address ->
    [informal] Hallo,
   *[formal] Guten Tag,
}
mail-about-ticket = { $address ->
    [informal] Deine
   *[formal] Ihre
} Anfrage: „{ $ticket }“
mail-why = { $occasion ->
    [start] { $company } fragt alle, die neu sind, nach den ersten Wochen, damit wir früh beheben, was am Anfang nicht rundläuft.
    [rhythm] { $company } fragt { $months ->
        [1] jeden Monat
        [3] alle drei Monate
        [6] zweimal im Jahr
        [12] einmal im Jahr
        [24] alle zwei Jahre
       *[other] alle { $months } Monate
    } nach, denn { $address ->
        [informal] deine
       *[formal] Ihre
    } Antwort entscheidet mit, was wir ändern.
    [ticket] { $company } fragt nach, wenn eine Anfrage abgeschlossen ist, um zu erfahren, was geholfen hat und was nicht.
    [touchpoint] { $company } fragt an wichtigen Punkten der Zusammenarbeit nach, um zu erfahren, was gut läuft und was nicht.
    [recheck] Vor einiger Zeit { $address ->
        [informal] hast du
       *[formal] haben Sie
    } uns etwas zurückgemeldet, und { $company } ist dem nachgegangen. Wir fragen noch einmal, um zu erfahren, wie es heute ist.
   *[other] { $company } fragt, weil { $address ->
        [informal] deine
       *[formal] Ihre
    } Antwort mitentscheidet, was wir ändern.
}
mail-why-reminder = Wir haben { $address ->
    [informal] dir
   *[formal] Ihnen
} diese Frage schon { $again ->
    [once] einmal gestellt, aber noch keine Antwort bekommen.
   *[again] gestellt und in Erinnerung gerufen, aber noch keine Antwort bekommen.
} { $address ->
    [informal] Deine
   *[formal] Ihre
} Antwort zählt noch; { $more ->
    [yes] bleibt sie aus, kommt eine weitere Erinnerung.
   *[no] eine weitere Erinnerung kommt nicht.
}
mail-score = { $score } von { $most }
mail-reason = { $address ->
    [informal] Du bekommst diese { $step ->
        [first] E-Mail
       *[reminder] Erinnerung
    }, weil du mit { $company } zusammenarbeitest.
   *[formal] Sie erhalten diese { $step ->
        [first] E-Mail
       *[reminder] Erinnerung
    }, weil Sie mit { $company } zusammenarbeiten.
}
mail-objection = { $address ->
    [informal] Du kannst der Verwendung deiner Adresse für solche Fragen jederzeit widersprechen, über den Link unten oder mit einer Antwort auf diese E-Mail.
   *[formal] Sie können der Verwendung Ihrer Adresse für solche Fragen jederzeit widersprechen, über den Link unten oder mit einer Antwort auf diese E-Mail.
} Dafür entstehen keine anderen Kosten als die Übermittlungskosten nach den Basistarifen. Antworten liest ein Mensch.
mail-plain = Ohne JavaScript antworten
mail-plain-instead = Öffnet sich bei { $address ->
    [informal] dir
   *[formal] Ihnen
} keine Seite? Diese hier braucht kein JavaScript:
mail-leave = Abmelden
mail-privacy = Datenschutz
mail-imprint = Impressum

## Vorschau, an uns selbst

mail-preview-name = Alex Beispiel
mail-preview-subject = [Vorschau: { $step ->
    [first] Einladung
    [reminder] Erinnerung
    [reminder_2] zweite Erinnerung
   *[reminder_3] dritte Erinnerung
}] { $subject }

## Namen der Umfragen, an die eigenen Leute

mail-survey = { $survey ->
    [day50] erste Wochen
    [annual] Jahresumfrage
    [ticket] Ticket
    [recheck] Nachfrage
    [review] Quartalsgespräch
   *[other] { $name }
}
