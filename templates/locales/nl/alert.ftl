# Wat de eigen mensen over een zaak horen: per e-mail, en in het kort langs andere wegen.

mail-alert-subject = { $kind ->
    [joined] Nog een antwoord in een open zaak: { $person } ({ $account }), een { $score } (van { $most }), opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [more] { $person } ({ $account }) schreef meer: een { $score } (van { $most }), opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [changed] { $person } ({ $account }) wijzigde het antwoord: een { $score } (van { $most }), opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [wish] { $person } ({ $account }) hoort graag van ons: vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [handed_over] Zaak overgedragen: { $person } ({ $account }), een { $score } (van { $most }), opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [reminder] Nog open: { $person } ({ $account }), een { $score } (van { $most }), opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [escalation] Te laat: { $person } ({ $account }), een { $score } (van { $most }), opvolgen kon tot { DATETIME($due, dateStyle: "medium", timeStyle: "short") }; de zaak is van { $owner }
    [undelivered] E-mail aan { $owner } komt terug: { $person } ({ $account }) wacht, opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
   *[unhappy] { $person } ({ $account }) gaf een { $score } (van { $most }): opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
}
mail-alert-no-words = Bij het cijfer staat geen toelichting.
mail-alert-better = Wat het beter zou maken
mail-alert-lead-joined = { $person } heeft nog een antwoord gegeven. Het hoort bij de zaak die al openstaat.
mail-alert-lead-more = { $person } schreef meer of wijzigde het antwoord. Zo staat het er nu.
mail-alert-lead-handed-over = { $address ->
    [informal] { $known ->
        [yes] { $by } heeft deze zaak aan jou overgedragen.
       *[no] Deze zaak is aan jou overgedragen.
    }
   *[formal] { $known ->
        [yes] { $by } heeft deze zaak aan u overgedragen.
       *[no] Deze zaak is aan u overgedragen.
    }
}
mail-alert-handing-reason = Reden
mail-alert-lead-reminder = Er is nog geen contact met { $person } genoteerd. Is het er geweest, noteer het dan in de zaak.
mail-alert-lead-escalation = Er is geen contact met { $person } genoteerd, en de tijd ervoor is voorbij. { $mine ->
    [yes] { $address ->
        [informal] De zaak is van jou.
       *[formal] De zaak is van u.
    }
   *[no] De zaak is van { $owner }. Zorg er graag voor dat iemand contact opneemt; de zaak overdragen kan ook.
}
mail-alert-lead-undelivered = E-mail aan { $owner } komt terug. Misschien weet { $owner } dus niets van deze zaak: graag doorgeven, of de zaak aan iemand anders overdragen.
mail-alert-said = Wat { $person } schreef
mail-alert-score = Cijfer
mail-alert-score-of = { $score } van de { $most }, { $survey }
mail-alert-person = Persoon
mail-alert-contact = Contact
mail-alert-contact-wish = { $contact ->
    [phone] wil gebeld worden
    [mail] wil een e-mail ontvangen
    [no] wil geen contact
   *[unsaid] niets over gezegd
}
mail-alert-no-phone = Er is geen telefoonnummer bekend.
mail-alert-owner = Zaak van
mail-alert-due = { $late ->
    [yes] Opvolgen kon tot
   *[no] Opvolgen vóór
}
mail-alert-due-at = { DATETIME($due, dateStyle: "full", timeStyle: "short") } ({ $zone })
mail-alert-drivers = Gekozen oorzaken
mail-alert-ticket = Ticket
mail-alert-answered = Beantwoord
mail-alert-answered-at = { DATETIME($answered, dateStyle: "long", timeStyle: "short") }
mail-alert-history = Eerdere antwoorden
mail-alert-no-history = geen
mail-alert-past = { $score } van de { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
mail-alert-promised = Eerder toegezegd
mail-alert-promise = { DATETIME($day, dateStyle: "long") }{ $named ->
    [yes] , { $cause }
   *[no] { "" }
}: { $outcome ->
    [solved] opgelost
    [not_solved] niet opgelost
   *[no_answer] niemand bereikt
}
mail-alert-open = Zaak openen
mail-alert-reason = { $address ->
    [informal] Je krijgt deze e-mail omdat { $why ->
        [mine] deze zaak van jou is.
        [late] zaken die te laat zijn aan jou worden gemeld.
       *[stand_in] je inspringt als de eigenaar van een zaak niet te bereiken is.
    }
   *[formal] U ontvangt deze e-mail omdat { $why ->
        [mine] deze zaak van u is.
        [late] zaken die te laat zijn aan u worden gemeld.
       *[stand_in] u inspringt als de eigenaar van een zaak niet te bereiken is.
    }
} De link opent de zaak zonder inloggen: graag niet doorsturen. Antwoorden gaan naar de leiding van het programma.

## Andere wegen, waar een hele ruimte kan meelezen: geen link, en de woorden van de klant alleen waar dat is ingesteld

alert-channel-title = { $kind ->
    [joined] Nog een antwoord in een open zaak: { $who }
    [more] Nieuws over een zaak: { $who }
    [handed_over] Zaak overgedragen: { $who }
    [reminder] Zaak nog open: { $who }
    [escalation] Zaak te laat: { $who }
    [undelivered] E-mail aan de eigenaar van de zaak komt terug: { $who }
   *[alert] Nieuwe zaak: { $who }
}
alert-channel-somebody = Iemand bij { $account }
alert-channel-answer = { $who } gaf een { $score } (van { $most }, { $survey }).
alert-channel-due = { $kind ->
    [escalation] De zaak is van { $owner }; opvolgen kon tot { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
    [undelivered] E-mail aan { $owner } komt terug; opvolgen vóór { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
   *[other] De zaak is van { $owner }, opvolgen vóór { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
}
alert-channel-words = “{ $words }”
