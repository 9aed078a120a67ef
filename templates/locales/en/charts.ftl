# The pictures of the desk. What stands in them is short; what is told of them is read aloud in the place of the picture.

charts-no-answers = No answers yet
charts-few = Too few answers to show
charts-trend-title = Net Promoter Score over time
charts-period = { $label }: { $score }, likely between { $low } and { $high }, { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}.
charts-period-part = { $label } (not over yet, or only a part of it): { $score }, likely between { $low } and { $high }, { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}.
charts-period-few = { $label }: too few answers.
charts-distribution-title = How many gave each score
charts-detractors = Detractors
charts-passives = Passives
charts-promoters = Promoters
charts-not-satisfied = 1 to 3
charts-satisfied = 4 or 5
charts-group = { $group }: { $n } ({ $share }).
charts-group-none = { $group }: nobody.
charts-score = { $n ->
    [one] { $n } gave { $score }
   *[other] { $n } gave { $score }
}
charts-drivers-title = What detractors and promoters name
charts-of-detractors = of detractors
charts-of-promoters = of promoters
charts-pull = pull
charts-driver = { $label }: named by { $detractors } of detractors and { $promoters } of promoters, { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}.
charts-driver-shares = { $label }: named by { $detractors } of detractors and { $promoters } of promoters.
charts-driver-not-told = a share that is not told
