# Reviews in meetings: the page an owner records them on, the mail with its link, and the pack to take into a meeting

# The page
review-title = Reviews at { $company }
review-noscript = This page needs JavaScript. Without it, whoever runs the programme can record a review: sayso review record.
review-waiting = One moment …
review-quarter = Q{ $number } { $year }
review-heading = Reviews, { $quarter }
review-lead = Choose the account you are meeting with, and write down what they say, in their words.
review-todo = { $count } still to review
review-done = { $count } reviewed
review-all-done = Every account has its review. Thank you.
review-empty = There are no accounts on this list. Accounts join it every Monday.
review-unsaved = not saved yet
review-score = { $score } of 10
review-back = Back to the list
review-pack = Review pack to print
review-who = Who gives the score?
review-by = Given by { $value }
review-somebody = somebody who is no longer listed
review-nobody = Nobody of this account can give a review at present: the contact list names no one.
review-choose = Choose a number from 0 to 10.
review-chosen = { $value } of 10
review-why = Why that score?
review-better = What would make it better?
review-none-said = Nothing was written down.
review-save = Save for { $value }
review-recorded = Recorded on { $value }.
review-until = It can be changed until { $value }.
review-over = It could be changed for 7 days, and stays as it is now.
review-saving = Saving …
review-saved = Saved for { $value }.
review-saved-low = Saved for { $value }. A follow-up opens, and an email about it is on its way.
review-needs-score = Choose a number first.
review-needs-person = Say first who gives the score.
review-unsaved-offline = Not saved yet: you are offline. What you wrote is kept on this device. Please save again once you are connected.
review-unsaved-failed = Not saved yet: something went wrong on our side. What you wrote is kept on this device. Please try again in a moment.
review-unsaved-other = Not saved: somebody else recorded this review, or it can no longer be changed. Go back to the list to see it.
review-unsaved-gone = Not saved: this account, or this person, is no longer on your list.
review-unsaved-long = Not saved: this text is longer than 5,000 characters.
review-unsaved-expired = Not saved: this link has expired. What you wrote is kept on this device.
review-invalid = This link does not work
review-invalid-why = It may have been cut off on its way. Please open it straight from the email.
review-expired = This list is closed
review-expired-why = Reviews can be recorded until 14 days after the quarter. The next quarter's link comes by email.
review-failed = The list cannot be shown right now
review-failed-why = There is nothing you did wrong. Please try again in a moment.
review-offline-why = You are offline. Please try again once you are connected.
review-retry = Try again

# The mail
review-mail-subject = { $n ->
    [one] One account to review in { $quarter }: { $account }
   *[other] { $n } accounts to review in { $quarter }
}
review-mail-title = { $n ->
    [one] One account to review this quarter
   *[other] { $n } accounts to review this quarter
}
review-mail-lead = At the review meeting, ask how likely they are to recommend { $company }, why, and what would make it better. The page behind the link takes the answer on a phone, and has a pack to print for each account.
review-mail-follow-up = { $all ->
    [one] It has an open follow-up.
   *[other] { $n ->
        [one] One of them has an open follow-up.
       *[other] { $n } of them have an open follow-up.
    }
}
review-mail-open = Open the list
review-mail-more = and { $more } more
review-mail-stands-in = Whoever gives a review is not asked in the annual survey that is due within 90 days.
review-mail-reason = You receive this email once a quarter because you look after { $n ->
    [one] this account
   *[other] these accounts
}. The link is yours and works until { DATETIME($until, dateStyle: "long") }. Replies go to the manager of the programme.

# The pack
review-pack-title = { $account }: review pack, { $quarter }
review-pack-made = { $quarter } · as of { DATETIME($day, dateStyle: "long") } · looked after by { $owner }
review-pack-standing = Twelve months in numbers
review-pack-kind = Asked about
review-pack-n = Answers
review-pack-nps = NPS
review-pack-likely = Likely between
review-pack-ends = { $low } and { $high }
review-pack-mean = mean { $mean } of 5
review-pack-note = The fewer answers, the wider the interval; it holds for all customers like these.
review-pack-relationship = Relationship
review-pack-review = Review meetings
review-pack-ticket = Tickets
review-pack-scores = Scores of the last 24 months
review-pack-scores-described = Each number is a score, placed at the day it was given.
review-pack-no-scores = Nobody of this account has answered in the last 24 months.
review-pack-newest = The latest answers
review-pack-more-answers = { $more ->
    [one] One older answer is not listed.
   *[other] { $more } older answers are not listed.
}
review-pack-last = Last reviews
review-pack-no-reviews = No review has been recorded yet.
review-pack-why = Why
review-pack-better = What would make it better
review-pack-no-words = Nothing was written down.
review-pack-open = Open follow-ups
review-pack-no-open = Nobody waits.
review-pack-since = since { DATETIME($day, dateStyle: "medium") }
review-pack-due = due { DATETIME($day, dateStyle: "medium") }
review-pack-late = overdue since { DATETIME($day, dateStyle: "medium") }
review-pack-contacted = has been contacted
review-pack-with = with { $owner }
review-pack-promises = What was done
review-pack-no-promises = No follow-up has been closed yet.
review-pack-outcome = { $outcome ->
    [solved] solved
    [not_solved] not solved
   *[no_answer] nobody reached
}
review-pack-score = { $score } of { $most }
review-pack-ticket-number = ticket { $ticket }
review-pack-more = and { $more } more
review-pack-today = Today
review-pack-today-score = Score, 0 to 10
review-pack-today-why = Why that score?
review-pack-today-better = What would make it better?
review-pack-foot = For the meeting and our own people only: it names who said what.
review-pack-invalid = This pack cannot be shown
review-pack-invalid-why = The link is not complete, has expired, or the account has another owner by now. The list behind the quarter's email has the current ones.
