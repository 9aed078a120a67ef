# The public page "You say, we act". Its reader is anybody; customers are spoken about, not to.

page-title = You say, we act
page-head-title = You say, we act · { $company }
page-description = What customers told { $company }, what changed because of it, and how satisfied they are.
page-description-without = What customers told { $company }, and what changed because of it.
page-intro = What customers tell { $company }, and what changes because of it.
page-languages = Languages
page-not-public = Not public yet. This is how the page would look.

## What was heard and done

page-latest = Most recently
page-commitments = Also heard
page-no-commitments = Nothing to report yet. As soon as something changes because a customer said so, it is here.
page-voices-count = At least { $count } customers said
page-voices-several = Several customers said
page-voices-unsaid = We heard
page-answer = { $status ->
    [done] What we did
    [in_progress] What we are doing
    [planned] What we plan
    [declined] Why not
   *[other] What we say to it
}
page-status = { $status ->
    [done] Done
    [in_progress] In progress
    [planned] Planned
    [declined] Decided against
   *[other] Heard
}
page-status-done-in = Done in { $month }
page-status-decided-in = Decided against in { $month }
page-status-for = { $status ->
    [in_progress] In progress, planned for { $month }
   *[other] Planned for { $month }
}
page-status-was-for = { $status ->
    [in_progress] In progress, originally for { $month }
   *[other] Planned, originally for { $month }
}
page-since = { $status } · { $month }
page-later = Since then:
page-lines = Earlier and in short
page-quotes = In customers’ words
page-quote-by = A customer
page-quote-translated = translated from { $original ->
    [de] German
    [nl] Dutch
   *[other] English
}

## What customers value and criticise

page-valued = What customers value
page-criticised = What they criticise
page-theme-count = named by at least { $count }
page-no-themes = { $who ->
    [promoters] Of those who gave a 9 or a 10, too few named the same subject to show it.
   *[detractors] Of those who gave 0 to 6, too few named the same subject to show it.
}

## The score

page-score = The score
page-score-name = Net Promoter Score
page-likely = likely between { $low } and { $high }
page-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
page-until = 12 months to { $month }
page-coverage = Of the { $asked } surveys sent in that time, { $answered } were answered.
page-few = That is few answers, so the score is uncertain: look at the range rather than the number.
page-no-score = Not enough answers yet. The score is shown from five answers on, so that nobody can be recognised.
page-score-then = The score at the end of the year
page-benchmark = For comparison: { $nps } ({ $source }).
page-against = { $verdict ->
    [above] Our score is reliably above it.
    [below] Our score is reliably below it.
   *[other] The difference is within the noise.
}
page-scale-title = Net Promoter Score { $score }, likely between { $low } and { $high }, on the scale from −100 to +100
page-score-meaning = Customers say from 0 to 10 how likely they are to recommend { $company }. The score is the share of 9s and 10s minus the share of 0s to 6s, in points from −100 to +100. The range is where it would likely lie had chance brought us other answers (95 % interval, as for a sample of many customers).
page-score-without-tickets = Answers about single support requests are not part of it.
page-trend = Month by month
page-trend-title = Net Promoter Score by month
page-trend-description = From { $first } to { $last }. Latest month shown: { $month }, score { $score }, likely between { $low } and { $high }, { $count } answers. The table below has every month.
page-trend-caption = The line is the score of each month, the band where it likely lies, n the answers. Months with too few answers are left out, so that nobody can be recognised.
page-trend-same = The later six months ({ $after }) against the earlier six ({ $before }): no reliable change, the difference is within the noise.
page-trend-up = The later six months ({ $after }) are reliably better than the earlier six ({ $before }).
page-trend-down = The later six months ({ $after }) are reliably worse than the earlier six ({ $before }).
page-table = The months as a table
page-table-month = Month
page-table-score = Score
page-table-range = Range
page-table-answers = Answers
page-table-range-value = { $low } and { $high }
page-table-gap = too few answers to show
page-so-far = { $month } so far
page-in-part = { $month }, in part

## How we ask

page-how = How we ask
page-how-when = When
page-when-after = Once, { $span } after somebody became a customer.
page-when-every = { $months ->
    [one] Every month.
    [12] Once a year.
   *[other] Every { $months } months.
}
page-when-ticket = After a support request is solved, { $quiet } later; the same person at most once in { $apart }.
page-when-touchpoint = When something has been reached together, such as a finished project, { $quiet } later; the same person at most once in { $apart }.
page-when-recheck = Once more about { $quiet } after we have looked into a low score, to learn whether it is better now.
page-when-review = In the quarterly meeting, where the person who looks after the customer writes the answer down. These scores are counted apart.
page-span-days = { $count ->
    [one] one day
   *[other] { $count } days
}
page-span-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
page-span-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
page-how-reminder = { $count ->
    [0] Whoever does not answer is not reminded, and everybody can leave the surveys with one click.
    [one] Whoever does not answer is reminded once at most, and can leave the surveys with one click.
   *[other] Whoever does not answer is reminded { $count } times at most, and can leave the surveys with one click.
}
page-how-reader = Who reads it
page-reader = Answers are not anonymous. At { $company } they are read by the person who looks after the customer, by the head of support if it is about a support request, and by whoever runs these surveys.
page-reader-words = What people wrote is deleted after { $months ->
    [one] one month
    [12] a year
   *[other] { $months } months
}; the score stays, without a name.
page-how-low = After a low score
page-low = Whoever gives 0 to 6, or asks for it, hears from a person within { $days ->
    [one] one working day
   *[other] { $days } working days
}, unless they asked not to be contacted. It is closed when it is written down what was wrong, what was done and whether it is solved.
page-how-privacy = What is shown here
page-shown = Every answer counts, whatever it says. No figure stands on fewer than five answers, and figures move by at least { $count } new answers at a time, so that nobody can be recognised.
page-shown-quotes = Quotes stand here with the consent of whoever wrote them; […] marks what was left out.
page-how-review = Public reviews
page-review = Everybody we ask sees this link, whatever score they give:
page-imprint = Imprint
page-privacy = Privacy
page-edition = Edition { $number } of { $day }
page-restores = It brings back edition { $number }.

## Other years, and what to take away

page-more = More
page-years = By year
page-present = As of today
page-take = To take away
page-report = The report (PDF)
page-report-year = The report of { $year } (PDF)
page-feed = News as a feed (Atom)
page-feed-title = What changed at { $company }
page-data = The data (JSON)
page-schema = and its schema
page-year = { $year }
page-year-so-far = { $year } so far
page-year-head-title = { $year } · You say, we act · { $company }
page-year-description = What customers told { $company } in { $year }, and what came of it.
page-year-intro = What customers told { $company } in { $year }, and what came of it.
page-year-empty = Nothing was reported in this year.
page-group = { $group ->
    [done] Done
    [underway] Planned and in progress
    [declined] Decided against
   *[other] Heard
}
