# Editions of the public page: what is public, what waits for a yes, and the way back
editions-nav = Editions
editions-title = Editions of the public page
editions-lead = What the public reads, what waits for a yes, and what was public before.
editions-public = What is public
editions-none = Nothing is public yet
editions-first-write = Write a commitment, in every language of the page
editions-first-publish = Publish it, which lets it into the next edition
editions-first-approve = Look at the first edition here, and approve it
editions-now = Edition { $number } of { $day } is public.
editions-held = An earlier edition was brought back: nothing new appears by itself until somebody approves an edition.
editions-open = See the public page
editions-waiting = What waits
editions-nothing-waits = No edition waits
editions-by-rule = What is new appears by itself, within minutes.
editions-by-approval = What you publish or change waits here for a yes, within minutes.
editions-refresh = Look for something new now
editions-asked = Somebody looks at once; this takes a minute or two.
editions-on-its-way = Edition { $number } is on its way
editions-on-its-way-say = It is approved, and public within a few minutes. This page need not stay open.
editions-stuck = This should be done by now, and is not. Whoever looks after Sayso’s technology is told by an alarm; Programme, Health says more.
editions-question = Edition { $number } waits for your yes
editions-question-first = The first edition waits for your yes
editions-made = Made on { $day }. What would change:
editions-look = Look at it
editions-page-in = Page in { $language }
editions-report-in = Report in { $language } (PDF)
editions-publish = Publish edition { $number }
editions-publish-say = Exactly what you looked at is published, within minutes. If a customer takes a quote back meanwhile, it is left out.
editions-approved = Approved. It is public within a few minutes.
editions-change-new = New
editions-change-changed = Changed
editions-change-removed = Taken off
editions-score = The score
editions-before = Until now: { $score }
editions-after = From now on: { $score }
editions-no-score = none
editions-points = { $n ->
    [one] { $score } · likely between { $low } and { $high } · 1 answer
   *[other] { $score } · likely between { $low } and { $high } · { $n } answers
  }
editions-figures = Figures
editions-figures-say = What is praised and criticised, or the trend, is counted anew.
editions-quotes = Quotes
editions-quotes-new = { $n ->
    [one] 1 new quote
   *[other] { $n } new quotes
  }
editions-quotes-gone = { $n ->
    [one] 1 quote goes
   *[other] { $n } quotes go
  }
editions-no-changes = The same commitments and figures, in a new order or with other details.
editions-past = Every edition there was
editions-edition = Edition
editions-number = Edition { $number }
editions-published = Published
editions-by = Approved by
editions-rule = by rule
editions-restores = Brings back
editions-is-public = public now
editions-back-head = Way back
editions-back = Bring edition { $number } back
editions-back-short = Bring { $number } back
editions-back-say = The public reads again what it said, as a new edition and with the figures of then. What was taken back since stays away, and nothing new appears by itself until somebody approves. It would change:
editions-back-asked = Edition { $number } is being brought back; this takes a minute or two.
editions-requests = What was asked for today
editions-request-refresh = Look for something new
editions-request-rollback = Bring edition { $number } back
editions-request-asked = under way
editions-request-done = done
editions-request-refused = not done
editions-request-late = takes longer than it should
editions-refused-replaced = Another edition was public by then, so nothing was brought back. Look at it again.
editions-refused-gone = There is no such edition.
editions-refused-public = It is the one that is public.
editions-refused-late = Nobody came to it in time, so nothing was done.
