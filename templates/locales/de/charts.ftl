# Die Bilder der Seite für unsere eigenen Leute.

charts-no-answers = Noch keine Antworten
charts-few = Zu wenige Antworten
charts-trend-title = Net Promoter Score im Lauf der Zeit
charts-period = { $label }: { $score }, wahrscheinlich zwischen { $low } und { $high }, { $n ->
    [one] { $n } Antwort
   *[other] { $n } Antworten
}.
charts-period-part = { $label } (noch nicht vorbei oder nur ein Teil davon): { $score }, wahrscheinlich zwischen { $low } und { $high }, { $n ->
    [one] { $n } Antwort
   *[other] { $n } Antworten
}.
charts-period-few = { $label }: zu wenige Antworten.
charts-distribution-title = Wie viele welche Punktzahl gaben
charts-detractors = Detraktoren
charts-passives = Passive
charts-promoters = Promotoren
charts-not-satisfied = 1 bis 3
charts-satisfied = 4 oder 5
charts-group = { $group }: { $n } ({ $share }).
charts-group-none = { $group }: niemand.
charts-score = { $n ->
    [one] { $n } gab { $score }
   *[other] { $n } gaben { $score }
}
charts-drivers-title = Was Detraktoren und Promotoren nennen
charts-of-detractors = der Detraktoren
charts-of-promoters = der Promotoren
charts-pull = Wirkung
charts-driver = { $label }: genannt von { $detractors } der Detraktoren und { $promoters } der Promotoren, { $n ->
    [one] { $n } Antwort
   *[other] { $n } Antworten
}.
charts-driver-shares = { $label }: genannt von { $detractors } der Detraktoren und { $promoters } der Promotoren.
charts-driver-not-told = einem nicht gezeigten Anteil
