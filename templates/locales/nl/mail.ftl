# De mails: uitnodiging met herinneringen, melding van een reactie, weekoverzicht.

## Uitnodiging

mail-subject = { $occasion ->
    [start] Eén vraag over { $address ->
        [informal] je
       *[formal] uw
    } eerste weken bij { $company }
    [rhythm] Eén vraag over de samenwerking met { $company }
    [ticket] Eén vraag over { $address ->
        [informal] je
       *[formal] uw
    } melding bij { $company }
   *[other] Eén vraag van { $company }
}
mail-subject-ticket = Eén vraag over { $address ->
    [informal] je
   *[formal] uw
} melding “{ $ticket }”
mail-subject-reminder = { $occasion ->
    [ticket] Nog open: één vraag over { $address ->
        [informal] je
       *[formal] uw
    } melding bij { $company }
   *[other] Nog open: één vraag van { $company }
}
mail-preheader = Eén klik op een cijfer van { $low } tot en met { $high } is genoeg. Een toelichting mag, maar hoeft niet.
mail-preheader-reminder = Ter herinnering: één klik op een cijfer van { $low } tot en met { $high } is genoeg.
mail-greeting = { $address ->
    [informal] Hallo { $name },
   *[formal] Geachte { $name },
}
mail-greeting-nameless = { $address ->
    [informal] Hallo,
   *[formal] Goedendag,
}
mail-about-ticket = { $address ->
    [informal] Je
   *[formal] Uw
} melding: “{ $ticket }”
mail-why = { $occasion ->
    [start] { $company } vraagt dit na de eerste weken aan iedereen die nieuw is, zodat we snel kunnen verbeteren wat in het begin niet goed loopt.
    [rhythm] { $company } vraagt dit { $months ->
        [1] elke maand
        [3] elke drie maanden
        [6] twee keer per jaar
        [12] één keer per jaar
        [24] eens in de twee jaar
       *[other] elke { $months } maanden
    }, omdat { $address ->
        [informal] jouw
       *[formal] uw
    } antwoord meetelt bij wat we veranderen.
    [ticket] { $company } vraagt dit nadat een melding is afgerond, om te weten wat heeft geholpen en wat niet.
    [touchpoint] { $company } vraagt dit op belangrijke momenten in de samenwerking, om te weten wat goed gaat en wat niet.
   *[other] { $company } vraagt dit omdat { $address ->
        [informal] jouw
       *[formal] uw
    } antwoord meetelt bij wat we veranderen.
}
mail-why-reminder = We hebben { $address ->
    [informal] je
   *[formal] u
} deze vraag al { $again ->
    [once] een keer gesteld, maar nog geen antwoord gekregen.
   *[again] gesteld en in herinnering gebracht, maar nog geen antwoord gekregen.
} { $address ->
    [informal] Je
   *[formal] Uw
} antwoord telt nog mee; { $more ->
    [yes] blijft het uit, dan volgt nog een herinnering.
   *[no] een volgende herinnering komt er niet.
}
mail-score = { $score } van de { $most }
mail-reason = { $address ->
    [informal] Je krijgt deze { $step ->
        [first] e-mail
       *[reminder] herinnering
    } omdat je samenwerkt met { $company }.
   *[formal] U ontvangt deze { $step ->
        [first] e-mail
       *[reminder] herinnering
    } omdat u samenwerkt met { $company }.
}
mail-objection = { $address ->
    [informal] Je kunt op elk moment bezwaar maken tegen zulke vragen, via de link hieronder of door deze e-mail te beantwoorden.
   *[formal] U kunt op elk moment bezwaar maken tegen zulke vragen, via de link hieronder of door deze e-mail te beantwoorden.
} Dat kost niets, behalve het basistarief voor het versturen. Antwoorden worden door een mens gelezen.
mail-plain = Antwoorden zonder JavaScript
mail-plain-instead = Opent er bij { $address ->
    [informal] je
   *[formal] u
} geen pagina? Deze heeft geen JavaScript nodig:
mail-leave = Afmelden
mail-privacy = Privacy
mail-imprint = Colofon

## Voorvertoning, aan onszelf

mail-preview-name = Alex Voorbeeld
mail-preview-subject = [Voorbeeld: { $step ->
    [first] uitnodiging
    [reminder] herinnering
    [reminder_2] tweede herinnering
   *[reminder_3] derde herinnering
}] { $subject }

## Melding van een reactie, aan de eigen mensen

mail-survey = { $survey ->
    [day50] eerste weken
    [annual] jaarlijkse enquête
    [ticket] ticket
    [review] kwartaalgesprek
   *[other] { $name }
}
mail-alert-subject = { $kind ->
    [joined] Nog een antwoord in een open zaak: { $person } ({ $account }), een { $score } (van { $most }), opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [wish] { $person } ({ $account }) hoort graag van ons: vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
   *[unhappy] { $person } ({ $account }) gaf een { $score } (van { $most }): opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
}
mail-alert-no-words = Bij het cijfer staat geen toelichting.
mail-alert-better = Wat het beter zou maken
mail-alert-joined = Dit antwoord hoort bij de zaak die voor { $person } al openstaat.
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
mail-alert-due = Opvolgen vóór
mail-alert-due-at = { DATETIME($due, dateStyle: "full", timeStyle: "short") } ({ $zone })
mail-alert-drivers = Gekozen oorzaken
mail-alert-ticket = Ticket
mail-alert-answered = Beantwoord
mail-alert-answered-at = { DATETIME($answered, dateStyle: "long", timeStyle: "short") }
mail-alert-history = Eerdere antwoorden
mail-alert-no-history = geen
mail-alert-past = { $score } van de { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
mail-alert-open = Zaak openen
mail-alert-reason = { $address ->
    [informal] Je krijgt deze e-mail omdat deze zaak van jou is.
   *[formal] U ontvangt deze e-mail omdat deze zaak van u is.
} De link opent de zaak zonder inloggen: graag niet doorsturen. Antwoorden gaan naar de leiding van het programma.

## Weekoverzicht, aan de eigen mensen

mail-digest-subject = { $n ->
    [0] Geen antwoorden
    [one] Eén antwoord
   *[other] { $n } antwoorden
} in de week van { DATETIME($start, dateStyle: "long") }{ $late ->
    [0] { "" }
    [one] , één zaak te laat
   *[other] , { $late } zaken te laat
}
mail-digest-title = Wat we hebben gehoord
mail-digest-period = { DATETIME($start, dateStyle: "long") } tot en met { DATETIME($end, dateStyle: "long") }
mail-digest-nobody = Deze week heeft niemand geantwoord.
mail-digest-answers = { $n ->
    [one] Eén antwoord
   *[other] { $n } antwoorden
}: { $promoters ->
    [one] één promotor
   *[other] { $promoters } promotors
}, { $passives ->
    [one] één passief
   *[other] { $passives } passief
}, { $detractors ->
    [one] één criticaster
   *[other] { $detractors } criticasters
}.
mail-digest-nps = NPS van de week { $nps }
mail-digest-interval = waarschijnlijk tussen { $low } en { $high }
mail-digest-few = weinig antwoorden
mail-digest-satisfaction = { $survey }, 1 tot en met 5: { $n ->
    [one] één antwoord
   *[other] { $n } antwoorden
}
mail-digest-satisfaction-mean = gemiddeld { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) }
mail-digest-satisfaction-share = { $share } % gaf een 4 of 5, waarschijnlijk tussen { $low } % en { $high } %
mail-digest-criticism = Voor het overleg
mail-digest-praise = Lof om door te geven
mail-digest-reference = { $account } · { $person } mag als referentie worden genoemd
mail-digest-more = en nog { $more }
mail-digest-follow-ups = Open zaken
mail-digest-none-open = Er staat geen zaak open.
mail-digest-due = opvolgen vóór { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
mail-digest-late = te laat sinds { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
mail-digest-reason = Dit overzicht komt één keer per week uit het feedbackprogramma van { $company }. Het noemt klanten bij naam: graag binnen het bedrijf houden.
