# De grafieken van de pagina voor onze eigen mensen.

charts-no-answers = Nog geen antwoorden
charts-few = Te weinig antwoorden
charts-trend-title = Net Promoter Score door de tijd
charts-period = { $label }: { $score }, waarschijnlijk tussen { $low } en { $high }, { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}.
charts-period-part = { $label } (nog niet voorbij of maar een deel ervan): { $score }, waarschijnlijk tussen { $low } en { $high }, { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}.
charts-period-few = { $label }: te weinig antwoorden.
charts-distribution-title = Hoeveel mensen welk cijfer gaven
charts-detractors = Criticasters
charts-passives = Passief tevredenen
charts-promoters = Promotors
charts-not-satisfied = 1 tot en met 3
charts-satisfied = 4 of 5
charts-group = { $group }: { $n } ({ $share }).
charts-group-none = { $group }: niemand.
charts-score = { $n ->
    [one] { $n } gaf een { $score }
   *[other] { $n } gaven een { $score }
}
charts-drivers-title = Wat criticasters en promotors noemen
charts-of-detractors = van de criticasters
charts-of-promoters = van de promotors
charts-pull = effect
charts-driver = { $label }: genoemd door { $detractors } van de criticasters en { $promoters } van de promotors, { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}.
charts-driver-shares = { $label }: genoemd door { $detractors } van de criticasters en { $promoters } van de promotors.
charts-driver-not-told = een niet getoond deel
