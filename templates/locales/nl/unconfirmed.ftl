# Lage cijfers waarbij niemand is gezien: waarom ze niet meetellen, voor het weekoverzicht en de pagina van
# de zaak.

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
