# The mails: the invitation with its reminders, and the follow-up alert.

## Invitation

mail-subject = { $occasion ->
    [start] One question about your first weeks with { $company }
    [rhythm] One question about working with { $company }
    [ticket] One question about your request to { $company }
    [recheck] How is it today? One question from { $company }
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
    [recheck] Some time ago you told us something, and { $company } has looked into it since. We ask once more to learn how it is today.
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

## Names of surveys, to our own staff

mail-survey = { $survey ->
    [day50] first weeks
    [annual] annual survey
    [ticket] ticket
    [recheck] recheck
    [review] review meeting
   *[other] { $name }
}
