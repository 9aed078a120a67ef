# Die Mails: Einladung mit Erinnerungen, Hinweis auf eine Rückmeldung, Wochenüberblick.

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

## Hinweis auf eine Rückmeldung, an die eigenen Leute

mail-survey = { $survey ->
    [day50] erste Wochen
    [annual] Jahresumfrage
    [ticket] Ticket
    [review] Quartalsgespräch
   *[other] { $name }
}
mail-alert-subject = { $kind ->
    [joined] Weitere Antwort in einem offenen Fall: { $person } ({ $account }), { $score } von { $most }, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [wish] { $person } ({ $account }) möchte von uns hören: fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
   *[unhappy] { $person } ({ $account }) gab { $score } von { $most }: fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
}
mail-alert-no-words = Zur Bewertung kamen keine Worte.
mail-alert-better = Was es besser machen würde
mail-alert-joined = Diese Antwort gehört zu dem Fall, der für { $person } schon offen ist.
mail-alert-score = Bewertung
mail-alert-score-of = { $score } von { $most }, { $survey }
mail-alert-person = Person
mail-alert-contact = Kontakt
mail-alert-contact-wish = { $contact ->
    [phone] möchte angerufen werden
    [mail] möchte eine E-Mail
    [no] möchte nicht kontaktiert werden
   *[unsaid] dazu keine Angabe
}
mail-alert-due = Fällig
mail-alert-due-at = { DATETIME($due, dateStyle: "full", timeStyle: "short") } ({ $zone })
mail-alert-drivers = Gewählte Gründe
mail-alert-ticket = Ticket
mail-alert-answered = Beantwortet
mail-alert-answered-at = { DATETIME($answered, dateStyle: "long", timeStyle: "short") }
mail-alert-history = Frühere Antworten
mail-alert-no-history = keine
mail-alert-past = { $score } von { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
mail-alert-open = Fall öffnen
mail-alert-reason = { $address ->
    [informal] Du bekommst diese E-Mail, weil du für diesen Fall zuständig bist. Der Link öffnet ihn ohne Anmeldung: bitte nicht weiterleiten.
   *[formal] Sie erhalten diese E-Mail, weil Sie für diesen Fall zuständig sind. Der Link öffnet ihn ohne Anmeldung: bitte nicht weiterleiten.
} Antworten gehen an die Leitung des Programms.

## Wochenüberblick, an die eigenen Leute

mail-digest-subject = { $n ->
    [0] Keine Antworten
    [one] Eine Antwort
   *[other] { $n } Antworten
} in der Woche vom { DATETIME($start, dateStyle: "long") }{ $late ->
    [0] { "" }
    [one] , ein Fall überfällig
   *[other] , { $late } Fälle überfällig
}
mail-digest-title = Was wir gehört haben
mail-digest-period = { DATETIME($start, dateStyle: "long") } bis { DATETIME($end, dateStyle: "long") }
mail-digest-nobody = Diese Woche hat niemand geantwortet.
mail-digest-answers = { $n ->
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
mail-digest-nps = NPS der Woche { $nps }
mail-digest-interval = wahrscheinlich zwischen { $low } und { $high }
mail-digest-few = wenige Antworten
mail-digest-satisfaction = { $survey }, 1 bis 5: { $n ->
    [one] eine Antwort
   *[other] { $n } Antworten
}
mail-digest-satisfaction-mean = im Mittel { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) }
mail-digest-satisfaction-share = { $share } % gaben 4 oder 5, wahrscheinlich zwischen { $low } % und { $high } %
mail-digest-criticism = Für die Besprechung
mail-digest-praise = Lob zum Weitergeben
mail-digest-reference = { $account } · { $person } darf als Referenz genannt werden
mail-digest-more = und { $more } weitere
mail-digest-follow-ups = Offene Fälle
mail-digest-none-open = Kein Fall ist offen.
mail-digest-due = fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
mail-digest-late = überfällig seit { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
mail-digest-reason = Dieser Überblick kommt einmal in der Woche aus dem Feedback-Programm von { $company }. Er nennt Kunden beim Namen: bitte nur intern verwenden.
