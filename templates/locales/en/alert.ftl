# What our own people are told about a follow-up: by mail, and in short by other channels.

mail-alert-subject = { $kind ->
    [joined] Another answer in an open follow-up: { $person } ({ $account }), { $score } out of { $most }, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [more] { $person } ({ $account }) wrote more: { $score } out of { $most }, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [changed] { $person } ({ $account }) changed the answer: { $score } out of { $most }, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [wish] { $person } ({ $account }) would like to hear from us: due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [handed_over] Handed over to you: { $person } ({ $account }), { $score } out of { $most }, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [reminder] Still open: { $person } ({ $account }), { $score } out of { $most }, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
    [escalation] Late: { $person } ({ $account }), { $score } out of { $most }, was due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }; { $owner } has it
    [undelivered] Mail to { $owner } comes back: { $person } ({ $account }) waits, due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
   *[unhappy] { $person } ({ $account }) gave { $score } out of { $most }: due { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
}
mail-alert-no-words = No words came with the score.
mail-alert-better = What would make it better
mail-alert-lead-joined = { $person } gave another answer. It joins the follow-up that is already open.
mail-alert-lead-more = { $person } wrote more, or changed the answer. This is how it stands now.
mail-alert-lead-handed-over = { $known ->
    [yes] { $by } handed this follow-up over to you.
   *[no] This follow-up was handed over to you.
}
mail-alert-handing-reason = Reason
mail-alert-lead-reminder = No contact with { $person } is noted yet. Once you have been in touch, please note it in the follow-up.
mail-alert-lead-escalation = No contact with { $person } is noted, and the time for it is over. { $mine ->
    [yes] The follow-up is yours.
   *[no] { $owner } has the follow-up. Please see to it that somebody gets in touch; you can also hand it over.
}
mail-alert-lead-undelivered = Mail to { $owner } comes back, so { $owner } may not know of this follow-up. Please pass it on, or hand it over to somebody else.
mail-alert-said = What { $person } wrote
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
mail-alert-no-phone = No phone number is known.
mail-alert-owner = Owner
mail-alert-due = { $late ->
    [yes] Was due
   *[no] Due
}
mail-alert-due-at = { DATETIME($due, dateStyle: "full", timeStyle: "short") } ({ $zone })
mail-alert-drivers = Causes chosen
mail-alert-ticket = Ticket
mail-alert-answered = Answered
mail-alert-answered-at = { DATETIME($answered, dateStyle: "long", timeStyle: "short") }
mail-alert-history = Earlier answers
mail-alert-no-history = none
mail-alert-past = { $score } out of { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
mail-alert-promised = Promised before
mail-alert-promise = { DATETIME($day, dateStyle: "long") }{ $named ->
    [yes] , { $cause }
   *[no] { "" }
}: { $outcome ->
    [solved] solved
    [not_solved] not solved
   *[no_answer] nobody reached
}
mail-alert-open = Open the follow-up
mail-alert-reason = You receive this email because { $why ->
    [mine] this follow-up is yours.
    [late] follow-ups that are late are reported to you.
   *[stand_in] you stand in when the owner of a follow-up cannot be reached.
} The link opens the follow-up without signing in, so please do not forward it. Replies go to the manager of the programme.

## Other channels, which a whole room may read: no link, and the customer's words only where that is set

alert-channel-title = { $kind ->
    [joined] Another answer in an open follow-up: { $who }
    [more] More about a follow-up: { $who }
    [handed_over] Follow-up handed over: { $who }
    [reminder] Follow-up still open: { $who }
    [escalation] Follow-up late: { $who }
    [undelivered] Mail to the owner comes back: { $who }
   *[alert] New follow-up: { $who }
}
alert-channel-somebody = Somebody at { $account }
alert-channel-answer = { $who } gave { $score } out of { $most } ({ $survey }).
alert-channel-due = { $kind ->
    [escalation] { $owner } has it; it was due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
    [undelivered] Mail to { $owner } comes back; due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
   *[other] { $owner } has it, due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
}
alert-channel-words = “{ $words }”
