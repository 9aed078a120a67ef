# The mails: the invitation with its reminders, the follow-up alert and the weekly digest.

## Invitation

mail-subject = { $occasion ->
    [start] One question about your first weeks with { $company }
    [rhythm] One question about working with { $company }
    [ticket] One question about your request to { $company }
   *[other] One question from { $company }
}
mail-subject-ticket = One question about your request “{ $ticket }”
mail-subject-reminder = { $occasion ->
    [ticket] Still open: one question about your request to { $company }
   *[other] Still open: one question from { $company }
}
mail-preheader = One click on a number from { $low } to { $high } is enough. Anything you add is up to you.
mail-preheader-reminder = A reminder: one click on a number from { $low } to { $high } is enough.
mail-greeting = Hello { $name },
mail-greeting-nameless = Hello,
mail-about-ticket = Your request: “{ $ticket }”
mail-why = { $occasion ->
    [start] { $company } asks everyone who is new after the first weeks, so that whatever goes wrong at the start is put right early.
    [rhythm] { $company } asks its customers { $months ->
        [1] every month
        [3] every three months
        [6] twice a year
        [12] once a year
        [24] every two years
       *[other] every { $months } months
    }, because what you say helps decide what we change.
    [ticket] { $company } asks after a request is closed, to learn what helped and what did not.
    [touchpoint] { $company } asks at important points in our work together, to learn what goes well and what does not.
   *[other] { $company } asks because what you say helps decide what we change.
}
mail-why-reminder = { $again ->
    [once] We have asked you this before and have no answer yet.
   *[again] We have asked you this and reminded you, and have no answer yet.
} { $more ->
    [yes] Your answer still counts; without one, another reminder will follow.
   *[no] Your answer still counts, and there will be no further reminder.
}
mail-score = { $score } out of { $most }
mail-reason = You receive this { $step ->
    [first] email
   *[reminder] reminder
} because you work with { $company }.
mail-objection = You can object to such questions at any time, with the link below or by replying to this email, at no cost beyond the basic rate for sending it. A person reads replies.
mail-plain = Answer without JavaScript
mail-plain-instead = Do these links not open a page for you? This one needs no JavaScript:
mail-leave = Unsubscribe
mail-privacy = Privacy
mail-imprint = Imprint

## Preview, to ourselves

mail-preview-name = Alex Example
mail-preview-subject = [Preview: { $step ->
    [first] invitation
    [reminder] reminder
    [reminder_2] second reminder
   *[reminder_3] third reminder
}] { $subject }

## Follow-up alert, to our own staff

mail-survey = { $survey ->
    [day50] first weeks
    [annual] annual survey
    [ticket] ticket
    [review] review meeting
   *[other] { $name }
}
mail-alert-subject = { $kind ->
    [joined] Another answer in an open case: { $person } ({ $account }), { $score } out of { $most }, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [wish] { $person } ({ $account }) would like to hear from us: due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
   *[unhappy] { $person } ({ $account }) gave { $score } out of { $most }: due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
}
mail-alert-no-words = No words came with the score.
mail-alert-better = What would make it better
mail-alert-joined = This answer joins the case that is already open for { $person }.
mail-alert-score = Score
mail-alert-score-of = { $score } out of { $most }, { $survey }
mail-alert-person = Person
mail-alert-contact = Contact
mail-alert-contact-wish = { $contact ->
    [phone] wishes to be phoned
    [mail] wishes to be written to
    [no] wishes not to be contacted
   *[unsaid] did not say how
}
mail-alert-due = Due
mail-alert-due-at = { DATETIME($due, dateStyle: "full", timeStyle: "short") } ({ $zone })
mail-alert-drivers = Causes chosen
mail-alert-ticket = Ticket
mail-alert-answered = Answered
mail-alert-answered-at = { DATETIME($answered, dateStyle: "long", timeStyle: "short") }
mail-alert-history = Earlier answers
mail-alert-no-history = none
mail-alert-past = { $score } out of { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
mail-alert-open = Open the case
mail-alert-reason = You receive this email because this follow-up is yours. The link opens the case without signing in, so please do not forward it. Replies go to the manager of the programme.

## Weekly digest, to our own staff

mail-digest-subject = { $n ->
    [0] No answers
    [one] One answer
   *[other] { $n } answers
} in the week of { DATETIME($start, dateStyle: "long") }{ $late ->
    [0] { "" }
    [one] , one follow-up late
   *[other] , { $late } follow-ups late
}
mail-digest-title = What we heard
mail-digest-period = { DATETIME($start, dateStyle: "long") } to { DATETIME($end, dateStyle: "long") }
mail-digest-nobody = Nobody answered this week.
mail-digest-answers = { $n ->
    [one] One answer
   *[other] { $n } answers
}: { $promoters ->
    [one] one promoter
   *[other] { $promoters } promoters
}, { $passives ->
    [one] one passive
   *[other] { $passives } passives
}, { $detractors ->
    [one] one detractor
   *[other] { $detractors } detractors
}.
mail-digest-nps = NPS of the week { $nps }
mail-digest-interval = likely between { $low } and { $high }
mail-digest-few = few answers
mail-digest-satisfaction = { $survey }, 1 to 5: { $n ->
    [one] one answer
   *[other] { $n } answers
}
mail-digest-satisfaction-mean = { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) } on average
mail-digest-satisfaction-share = { $share } % gave 4 or 5, likely between { $low } % and { $high } %
mail-digest-criticism = For the meeting
mail-digest-praise = Praise to pass on
mail-digest-reference = { $account } · { $person } may be named as a reference
mail-digest-more = and { $more } more
mail-digest-follow-ups = Open follow-ups
mail-digest-none-open = No follow-up is open.
mail-digest-due = due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
mail-digest-late = late since { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
mail-digest-reason = This digest goes out once a week from the feedback programme of { $company }. It names customers, so please keep it in the company.
