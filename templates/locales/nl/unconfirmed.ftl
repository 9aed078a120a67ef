# Lage cijfers waarbij niemand is gezien: waarom ze niet meetellen, voor de e-mail aan de verantwoordelijke, het
# weekoverzicht en de pagina van de zaak.

# Waarom een antwoord niet is bevestigd: de codes van domain/evidence.py die het openlaten.
unconfirmed-why = { $reason ->
    [several_scores] er zijn twee verschillende cijfers geopend
    [too_soon] geopend binnen enkele minuten na de bezorging, als mail wordt gescand
    [sent_too_soon] verstuurd binnen een minuut na de bezorging
    [too_short] de pagina was minder dan vijf seconden te zien
    [no_gesture] niemand heeft de pagina aangeraakt, en dat vragen onze regels
   *[other] geen teken van een mens
}
unconfirmed-score = { $score } van de { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
unconfirmed-score-ticket = { $score } van de { $most }, { $survey } { $ticket }, { DATETIME($day, dateStyle: "long") }
unconfirmed-because = Waarom het niet meetelt: { $why }.
unconfirmed-digest = Niet bevestigd, niet meegeteld
unconfirmed-digest-why = Bij deze lage cijfers is niemand gezien; ook mailscanners openen links. Er wordt geen zaak voor geopend. Blijkt bij navraag dat een cijfer klopt, dan telt het mee met sayso answers accept.
unconfirmed-subject = { $n ->
    [one] Niet bevestigd: misschien een { $score } (van de { $most }) van { $person } ({ $account })
   *[other] Niet bevestigd: { $n } lage cijfers in de week van { DATETIME($start, dateStyle: "long") }
}
unconfirmed-title = { $n ->
    [one] Misschien een laag cijfer
   *[other] Misschien { $n } lage cijfers
}
unconfirmed-lead = { $n ->
    [one] Dit cijfer telt nergens mee, en er is geen zaak voor. Iemand, of een mailscanner, heeft de link geopend; een mens was op de pagina niet te zien.
   *[other] Deze cijfers tellen nergens mee, en er is geen zaak voor. Iemand, of een mailscanner, heeft de links geopend; een mens was op de pagina niet te zien.
}
unconfirmed-ask = Zo is het uit te zoeken
unconfirmed-ask-how = { $address ->
    [informal] Vraag het als je elkaar toch spreekt: hoe gaat het, ontbreekt er iets? Klopt het cijfer, of komt er een nieuw antwoord, laat het dan { $manager } weten.
   *[formal] Vraag het als u elkaar toch spreekt: hoe gaat het, ontbreekt er iets? Klopt het cijfer, of komt er een nieuw antwoord, laat het dan { $manager } weten.
}
unconfirmed-accept = { $manager } kan het dan met een reden laten meetellen:
unconfirmed-reason = { $address ->
    [informal] Je krijgt deze e-mail omdat je verantwoordelijk bent voor { $n ->
        [one] deze klant
       *[other] deze klanten
    }.
   *[formal] U ontvangt deze e-mail omdat u verantwoordelijk bent voor { $n ->
        [one] deze klant
       *[other] deze klanten
    }.
} Deze e-mail komt hooguit één keer per week, en alleen als er iets te vragen is. Antwoorden gaan naar de leiding van het programma.
