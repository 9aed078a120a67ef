# What somebody wants to know in ten seconds, and the page of all numbers
home-nav = Home
home-numbers-nav = Numbers
home-title = Where we stand
home-to-numbers = All numbers
home-pictures = The score in pictures
home-relationship = Relationship NPS
home-answers = Answers
home-answered = Answered
home-interval = 95% interval
home-share = Share
home-change = Change
home-part = not whole
home-few = few answers
home-few-why = fewer than 30 answers, so the score is uncertain
home-too-few = Too few answers to show
home-too-few-why = Nothing is shown here that tells of fewer than five answers.
home-twelve-months = 12 months to { $day }
home-asked = { $answered } of { $asked } asked answered ({ $percent })
home-asked-some = { $answered } of { $asked } asked answered ({ $percent }); not known of imported answers
home-asked-nobody = nobody was asked in these days
home-asked-unknown = how many were asked is not told here
home-rate = { $percent } of { $asked }
home-waiting = { $n ->
    [one] 1 answer is not confirmed and not counted
   *[other] { $n } answers are not confirmed and not counted
  }
home-machine = { $n ->
    [one] 1 click of a mail scanner not counted
   *[other] { $n } clicks of mail scanners not counted
  }
home-satisfaction = { $mean } of 5, { $share }% gave 4 or 5
home-of-five = of 5; { $share }% gave 4 or 5
home-of-five-alone = of 5
home-segment-without = without { $name }
home-quarter = Q{ $quarter } { $year }
home-week = week { $week }, { $year }

home-moved-up = Up by { $points } points, which is more than noise: before that it was { $score } ({ $n } answers). The change is likely between { $low } and { $high }.
home-moved-down = Down by { $points } points, which is more than noise: before that it was { $score } ({ $n } answers). The change is likely between { $low } and { $high }.
home-moved-noise = No reliable change. Before that it was { $score } ({ $n } answers); a difference of { $points } is within the noise.
home-moved-same = No reliable change. Before that it was { $score } as well ({ $n } answers).
home-moved-few = Too few answers to say whether it moved; before that it was { $score } ({ $n } answers).
home-moved-first = There is nothing before it to compare with yet.
home-moved-other_question = Not compared: before that another question was asked ({ $score }, { $n } answers).
home-moved-short = { $points }, reliable
home-why-few = too few to compare
home-why-other_question = another question
home-why-running = still running
home-why-part = only a part
home-none-now = No answers in these days; the last one is of { $day }.
home-none-relationship = Nobody has answered the relationship surveys yet.
home-benchmark-above = Benchmark { $score } ({ $source }). The score is above it by more than noise.
home-benchmark-below = Benchmark { $score } ({ $source }). The score is below it by more than noise.
home-benchmark-noise = Benchmark { $score } ({ $source }). The score is neither above nor below it by more than noise.

home-begin = No answers yet
home-begin-contacts = First come the people you want to ask: import them, and each is asked at their own time.
home-begin-import = Import contacts
home-begin-asked = { $n ->
    [one] 1 person was asked. Whoever answers mostly does so within a few days.
   *[other] { $n } people were asked. Whoever answers mostly does so within a few days.
  }
home-begin-first = The first mail goes out on { $day }: { $survey }.
home-begin-nothing-due = Nobody is to be asked in the next year. The calendar of the programme says more.
home-begin-then = The score, its trend and what customers talk about stand here as soon as somebody answers.

home-trend = The score over time
home-trend-month = The score month by month
home-trend-quarter = The score quarter by quarter
home-trend-note = The band is the 95% interval. Gaps have too few answers, and hollow points are not over yet.
home-distribution = How many gave each score
home-distribution-note = { $n ->
    [one] 1 answer in 12 months
   *[other] { $n } answers in 12 months
  }
home-beside = Apart from that
home-beside-note = Other touch points have a score of their own and are no part of the relationship score.
home-hidden-lines = What tells of fewer than five answers is left out.
home-apart-review = Said in review meetings.
home-apart-history = Imported or ended.

home-heard = What customers talk about
home-heard-note = Relationship answers of the last 12 months. Reasons are chosen by the customer, themes are filed by us.
home-heard-none = Nobody has named a reason yet
home-heard-none-why = Reasons come with the answers; themes once you file them under Answers.
home-heard-few = Too few answers for each reason and theme
home-praised = Praised
home-criticised = Criticised
home-named-promoters = { $part } of { $of } promoters
home-named-detractors = { $part } of { $of } detractors
home-named-none-promoters = No promoter named a reason that can be shown.
home-named-none-detractors = No detractor named a reason that can be shown.
home-drivers = Reasons, and what they do to the score
home-drivers-short = What detractors and promoters name
home-drivers-note = Pull: what the score gains or loses, in points, by those who named it. The band is the 95% interval.
home-drivers-note-short = The band is the 95% interval.
home-pull = Pull
home-part-of = { $part } of { $of } ({ $percent })
home-themes = Themes that answers are filed under
home-filed = Filed
home-suggested = Suggested
home-hidden = { $n ->
    [one] One more is about too few answers to be shown.
   *[other] { $n } more are about too few answers to be shown.
  }

home-waits = What waits
home-waits-nothing = Nothing waits.
home-or-more = { $n }+
home-cases-late = { $n ->
    [one] follow-up is late
   *[other] follow-ups are late
  }
home-cases-due = { $n ->
    [one] first contact is due today
   *[other] first contacts are due today
  }
home-cases-open = { $n ->
    [one] follow-up is open
   *[other] follow-ups are open
  }
home-cases-none = No follow-up is open.
home-draft = edition of the public page waits for a yes
home-unconfirmed = { $n ->
    [one] low score that is not confirmed: did somebody give it?
   *[other] low scores that are not confirmed: did somebody give them?
  }
home-suggested-wait = { $n ->
    [one] suggested theme to accept or reject
   *[other] suggested themes to accept or reject
  }
home-to-tell = People to tell what came of it
home-reviews = { $n ->
    [one] review meeting of { $quarter } not recorded
   *[other] review meetings of { $quarter } not recorded
  }
home-reviews-how = The owners record them, on the page their mail leads to or from the account’s page. “sayso review due” lists them.
home-reviews-how-mine = The mail of the quarter leads to the list of them; the account’s page does it for one.
home-contact = { $in_time ->
    [one] Of the follow-ups of the last four weeks, { $in_time } of { $of } was contacted in time ({ $percent }).
   *[other] Of the follow-ups of the last four weeks, { $in_time } of { $of } were contacted in time ({ $percent }).
  }
home-contact-mine = { $in_time ->
    [one] Of your follow-ups of the last four weeks, { $in_time } of { $of } was contacted in time ({ $percent }).
   *[other] Of your follow-ups of the last four weeks, { $in_time } of { $of } were contacted in time ({ $percent }).
  }
home-contact-same-day = Where somebody was in touch, it was within the same working day (median).
home-contact-days = { $n ->
    [one] Where somebody was in touch, it was after { $n } working day (median).
   *[other] Where somebody was in touch, it was after { $n } working days (median).
  }
home-contact-part = Not all of these were read.

home-week-title = What goes out this week
home-week-note = Invitations and reminders that are due, by day.
home-week-none = Nothing is due in the next seven days.
home-week-paused = Sending is paused: nothing goes out until somebody resumes it.
home-week-resume = Resume it under Programme, Health
home-week-more = The next 30 days
home-mails = { $n ->
    [one] mail
   *[other] mails
  }
home-day-of = { $survey }: { $n }
home-day-none = none
home-day-closed = no sending

home-numbers-title = All numbers
home-numbers-lead = Every score with its interval and its number of answers. Days are UTC days.
home-days = Days
home-days-twelve = Last 12 months
home-days-quarter = This quarter
home-days-last-quarter = Last quarter
home-days-year = This year
home-days-last-year = Last year
home-days-own = Own choice
home-days-why = Other days would tell of single answers.
home-first = First day
home-last = Last day
home-choose-days = Choose the first and the last day.
home-look = Look at
home-look-surveys = Each survey
home-look-over-month = Month by month
home-look-over-quarter = Quarter by quarter
home-look-over-week = Week by week
home-look-over-year = Year by year
home-look-over-rolling = Twelve months, rolling
home-look-by-segment = By segment
home-look-by-language = By language
home-look-by-driver = By reason
home-look-by-theme = By theme
home-look-by-owner = By person responsible
home-head-surveys = Survey
home-head-by-segment = Segment
home-head-by-language = Language
home-head-by-driver = Reason
home-head-by-theme = Theme
home-head-by-owner = Responsible
home-segment = Segment
home-compared = Change: compared with { $from } to { $to }.
home-rolling-note = Each point is of the twelve months to its day; they overlap, so they are not compared.
home-none-here = No answers in these days
home-no-parts = Nobody of these has an answer that can be shown
home-too-few-a-year = With fewer than 30 answers a year no trend is shown here.
home-left-out = { $n } more were not read. A survey or a segment makes it fewer.
