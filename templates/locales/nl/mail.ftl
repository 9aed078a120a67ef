# De mails: uitnodiging met herinneringen, melding van een reactie.

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
    [recheck] Hoe is het nu? Eén vraag van { $company }
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
    [recheck] Enige tijd geleden { $address ->
        [informal] gaf je
       *[formal] gaf u
    } ons een reactie, en { $company } is daarmee aan de slag gegaan. We vragen het nog een keer, om te weten hoe het nu is.
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

## Namen van enquêtes, aan de eigen mensen

mail-survey = { $survey ->
    [day50] eerste weken
    [annual] jaarlijkse enquête
    [ticket] ticket
    [recheck] navraag
    [review] kwartaalgesprek
   *[other] { $name }
}
