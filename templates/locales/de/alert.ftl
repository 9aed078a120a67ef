# Was die eigenen Leute über einen Fall erfahren: per E-Mail und kurz auf anderen Wegen.

mail-alert-subject = { $kind ->
    [joined] Weitere Antwort in einem offenen Fall: { $person } ({ $account }), { $score } von { $most }, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [more] { $person } ({ $account }) hat mehr geschrieben: { $score } von { $most }, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [changed] { $person } ({ $account }) hat die Antwort geändert: { $score } von { $most }, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [wish] { $person } ({ $account }) möchte von uns hören: fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [handed_over] Fall übergeben: { $person } ({ $account }), { $score } von { $most }, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [reminder] Noch offen: { $person } ({ $account }), { $score } von { $most }, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [escalation] Überfällig: { $person } ({ $account }), { $score } von { $most }, war fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }; zuständig: { $owner }
    [undelivered] E-Mails an { $owner } kommen zurück: { $person } ({ $account }) wartet, fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
   *[unhappy] { $person } ({ $account }) gab { $score } von { $most }: fällig am { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
}
mail-alert-no-words = Zur Bewertung kamen keine Worte.
mail-alert-better = Was es besser machen würde
mail-alert-lead-joined = { $person } hat noch einmal geantwortet. Die Antwort gehört zu dem Fall, der schon offen ist.
mail-alert-lead-more = { $person } hat mehr geschrieben oder die Antwort geändert. So steht sie jetzt da.
mail-alert-lead-handed-over = { $address ->
    [informal] { $known ->
        [yes] { $by } hat dir diesen Fall übergeben.
       *[no] Dieser Fall wurde dir übergeben.
    }
   *[formal] { $known ->
        [yes] { $by } hat Ihnen diesen Fall übergeben.
       *[no] Dieser Fall wurde Ihnen übergeben.
    }
}
mail-alert-handing-reason = Begründung
mail-alert-lead-reminder = Bisher ist kein Kontakt mit { $person } vermerkt. Sobald es einen gab, bitte im Fall eintragen.
mail-alert-lead-escalation = Es ist kein Kontakt mit { $person } vermerkt, und die Zeit dafür ist vorbei. { $mine ->
    [yes] { $address ->
        [informal] Zuständig bist du.
       *[formal] Zuständig sind Sie.
    }
   *[no] Zuständig ist { $owner }. Bitte dafür sorgen, dass sich jemand meldet; der Fall lässt sich auch übergeben.
}
mail-alert-lead-undelivered = E-Mails an { $owner } kommen zurück. Vielleicht weiß { $owner } von diesem Fall also nichts: bitte Bescheid sagen oder den Fall jemand anderem übergeben.
mail-alert-said = Was { $person } geschrieben hat
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
mail-alert-no-phone = Es ist keine Telefonnummer bekannt.
mail-alert-owner = Zuständig
mail-alert-due = { $late ->
    [yes] War fällig
   *[no] Fällig
}
mail-alert-due-at = { DATETIME($due, dateStyle: "full", timeStyle: "short") } Uhr ({ $zone })
mail-alert-drivers = Gewählte Gründe
mail-alert-ticket = Ticket
mail-alert-answered = Beantwortet
mail-alert-answered-at = { DATETIME($answered, dateStyle: "long", timeStyle: "short") } Uhr
mail-alert-history = Frühere Antworten
mail-alert-no-history = keine
mail-alert-past = { $score } von { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
mail-alert-promised = Früher zugesagt
mail-alert-promise = { DATETIME($day, dateStyle: "long") }{ $named ->
    [yes] , { $cause }
   *[no] { "" }
}: { $outcome ->
    [solved] gelöst
    [not_solved] nicht gelöst
   *[no_answer] niemand erreicht
}
mail-alert-open = Fall öffnen
mail-alert-reason = { $address ->
    [informal] Du bekommst diese E-Mail, weil { $why ->
        [mine] du für diesen Fall zuständig bist.
        [late] dir überfällige Fälle gemeldet werden.
       *[stand_in] du einspringst, wenn Zuständige nicht zu erreichen sind.
    }
   *[formal] Sie erhalten diese E-Mail, weil { $why ->
        [mine] Sie für diesen Fall zuständig sind.
        [late] Ihnen überfällige Fälle gemeldet werden.
       *[stand_in] Sie einspringen, wenn Zuständige nicht zu erreichen sind.
    }
} Der Link öffnet den Fall ohne Anmeldung: bitte nicht weiterleiten. Antworten gehen an die Leitung des Programms.

## Andere Wege, die ein ganzer Raum mitlesen kann: kein Link, und die Worte des Kunden nur, wo das so eingestellt ist

alert-channel-title = { $kind ->
    [joined] Weitere Antwort in einem offenen Fall: { $who }
    [more] Neues zu einem Fall: { $who }
    [handed_over] Fall übergeben: { $who }
    [reminder] Fall noch offen: { $who }
    [escalation] Fall überfällig: { $who }
    [undelivered] E-Mails an die zuständige Person kommen zurück: { $who }
   *[alert] Neuer Fall: { $who }
}
alert-channel-somebody = Jemand bei { $account }
alert-channel-answer = { $who } gab { $score } von { $most } ({ $survey }).
alert-channel-due = { $kind ->
    [escalation] Zuständig: { $owner }; es war fällig am { DATETIME($due, dateStyle: "full", timeStyle: "short") } Uhr.
    [undelivered] E-Mails an { $owner } kommen zurück; fällig am { DATETIME($due, dateStyle: "full", timeStyle: "short") } Uhr.
   *[other] Zuständig: { $owner }, fällig am { DATETIME($due, dateStyle: "full", timeStyle: "short") } Uhr.
}
alert-channel-words = „{ $words }“
