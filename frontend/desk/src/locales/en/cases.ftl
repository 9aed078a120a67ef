# Follow-ups: the board, one of them, and how soon people are called back
cases-nav = Follow-ups
cases-title = Follow-ups
cases-one = Follow-up
cases-lead = Everybody who was unhappy, or asked for contact, and who looks after them.
cases-lead-mine = Your customers who were unhappy, or asked for contact.
cases-report = How soon we call back
cases-today = Today
cases-today-none = Nothing is due today.
cases-today-some = { $late ->
    [0] { $today } due today.
   *[other] { $today ->
    [0] { $late } late.
   *[other] { $late } late, { $today } due today.
  }
  }
cases-today-more = There are more; the board has them all.
cases-as = Show as
cases-as-board = Board
cases-as-list = List
cases-column-to_contact = To contact
cases-column-contacted = Contacted
cases-column-over = Closed lately
cases-none-to_contact = Nobody waits to be contacted
cases-none-contacted = Nothing waits to be closed
cases-none-over = Nothing was closed
cases-escalated-to-you = Escalated to you
cases-escalated-here = escalated to you
cases-escalated-to = escalated to { $who }
cases-escalated-since = Late: { $who } was told, { $when }
cases-looked-until = None found so far, up to { $when }.
cases-whose = Whose
cases-whose-mine = My own
cases-whose-escalated = Escalated to me
cases-wish = Contact
cases-wishes-phone = wishes a call
cases-wishes-mail = wishes an email
cases-wishes-no = no contact wished
cases-time = Time
cases-only-late = Late only
cases-besides = Also
cases-yours = you

cases-when-today = today, { $time }
cases-when-tomorrow = tomorrow, { $time }
cases-when-yesterday = yesterday, { $time }
cases-when-day = { $date }, { $time }
cases-standing-due = Get in touch by { $when }
cases-standing-look = Look into it by { $when }
cases-standing-overdue = Overdue since { $when }
cases-standing-contacted = Contacted { $when }
cases-standing-looked = Looked into { $when }
cases-standing-solved = Solved; closed { $when }
cases-standing-not_solved = Not solved; closed { $when }
cases-standing-no_answer = No answer; closed { $when }

cases-ticket = ticket { $ticket }
cases-contact = The person
cases-words = What was said
cases-said-why = The reason
cases-said-better = What would make it better
cases-drivers = It is about
cases-quote = May be quoted without a name.
cases-answer = This answer
cases-joined = Also said, in the same follow-up
cases-responsible = Responsible: { $who }
cases-complaint = Complains about
cases-wish-phone = Would like to be called.
cases-wish-mail = Would like an email.
cases-wish-no = Does not want to be contacted. Please look into it without calling or writing.
cases-wish-open = Did not say how to be contacted.
cases-no-phone = No phone number is known.
cases-call = Call { $phone }
cases-write = Write to { $email }
cases-cause-was = It was: { $cause }
cases-again = Will be asked again around { $date }.
cases-asked-again = Asked again on { $date }, without an answer so far.
cases-said-again = Asked again on { $date }:

cases-work = What to do
cases-do-contacted = I have been in touch
cases-do-looked = I have looked into it
cases-do-note = Add a note
cases-do-close = Close
cases-do-hand_over = Hand over
cases-do-reopen = Reopen
cases-note-contacted = Note (optional)
cases-note-note = Note
cases-note-close = What was done, and what was promised
cases-note-close-hint = Whoever looks after the next follow-up of this customer reads it first.
cases-note-hand_over = Why
cases-note-reopen = Why it is open again
cases-cause = What was wrong
cases-cause-other = Something else
cases-cause-own = In a few words
cases-outcome = How it ended
cases-outcome-solved = Solved
cases-outcome-not_solved = Not solved
cases-outcome-no_answer = No answer
cases-recheck = Ask again in { $days } days whether it is better
cases-recheck-day = Ask again tomorrow whether it is better
cases-to = To whom
cases-to-other = Another address
cases-to-email = Address
cases-to-hint = A colleague at { $company }, who gets the customer’s words by email.
cases-sure = It goes to { $to }, who gets the customer’s words.
cases-save-contacted = Save the contact
cases-save-looked = Save it
cases-save-note = Save the note
cases-save-close = Close the follow-up
cases-save-hand_over = Hand the follow-up over
cases-save-reopen = Reopen the follow-up
cases-needs-note = Please write a few words here.
cases-needs-cause = Please say what was wrong.
cases-needs-outcome = Please say how it ended.
cases-needs-to = Please say to whom.
cases-needs-sure = Please confirm the address.
cases-too-long = { $signs } characters; { $most } fit.
cases-refused-note = This text was not accepted. It may have 2,000 characters; a follow-up with very many notes takes no more and can only be closed.
cases-refused-cause = This was not accepted. It may have 60 characters.
cases-refused-outcome = Please choose one of these.
cases-refused-to = A follow-up can be handed to colleagues only, and not to whoever has it already.
cases-saved-contacted = Saved. What remains is to close the follow-up.
cases-saved-note = The note is saved.
cases-saved-close = The follow-up is closed.
cases-saved-hand_over = Handed over to { $to }.
cases-saved-reopen = The follow-up is open again.
cases-unsaved-offline = Not saved: you are offline. The text stays here; please try again once you are connected.
cases-unsaved-failed = Not saved yet. The text stays here; please try again in a moment.
cases-unsaved-refused = Not saved: this could not be accepted. Please change it, or reload the page.
cases-unsaved-handed = Not saved: this follow-up is with somebody else by now. The text stays here.
cases-unsaved-conflict = Not saved: somebody changed this follow-up meanwhile. It is shown as it is now, and the text is still here.
cases-unsaved-given = Not saved: somebody else handed this follow-up over meanwhile. It is shown as it is now, and the text is still here.
cases-passed = Handed over to { $to }
cases-passed-why = An email with the customer’s words goes there. You do not see this follow-up any more.
cases-to-board = To the follow-ups

cases-promised = What was promised before
cases-commitments = What we do about it
cases-commitments-why = Commitments for what was said: worth telling when you call.
cases-commitment-heard = heard
cases-commitment-planned = planned
cases-commitment-in_progress = in progress
cases-commitment-done = done
cases-commitment-declined = declined
cases-unconfirmed = Not confirmed, not counted
cases-unconfirmed-why = Somebody, or a mail scanner, opened the link to a low score; no person was seen on the page. It is no part of this follow-up, but worth asking about.
cases-reason-several_scores = two different scores were opened
cases-reason-too_soon = it was opened within minutes of the delivery, when mail is scanned
cases-reason-sent_too_soon = it was sent within a minute of the delivery
cases-reason-too_short = the page was visible for less than five seconds
cases-reason-no_gesture = nobody touched the page, which our rules ask for
cases-history = Earlier scores
cases-changes = What has happened
cases-change-opened = Opened
cases-change-joined = Another answer came in
cases-change-reopened = Opened again
cases-change-contacted = In touch with the customer
cases-change-looked = Looked into
cases-change-either = Contacted or looked into
cases-change-noted = Note
cases-change-handed_over = Handed over to { $to }
cases-change-closed = Closed
cases-told = Who was told
cases-notice-alert = Of an answer
cases-notice-handed_over = That it was handed over
cases-notice-reminder = Reminder that it is due soon
cases-notice-escalation = That it is late
cases-notice-undelivered = That the owner’s mail does not arrive
cases-mail-to = email to { $to }
cases-mail-to-owner = email to whoever has it then
cases-mail-to-deputy = email to whoever stands in
cases-notice-state-waiting = still to come
cases-notice-state-sending = under way
cases-notice-state-sent = sent
cases-notice-state-unknown = perhaps sent
cases-notice-state-failed = did not arrive
cases-notice-state-dropped = not needed
cases-because-contacted = somebody is in touch
cases-because-closed = the follow-up is closed
cases-because-newer = something has changed since
cases-because-overdue = the time is over
cases-because-handed_over = somebody else has it
cases-because-erased = the details were erased
cases-because-channel_gone = this channel is no more

cases-report-lead = The follow-ups opened in a month or a quarter, and what came of them since.
cases-report-lead-own = Your own follow-ups, and those escalated to you, that were opened in a month or a quarter, and what came of them since.
cases-report-of = follow-ups opened in these days
cases-report-none = No follow-up was opened in these days
cases-report-cut = There are more follow-ups than are read at once. These numbers are of a part of them: choose a later period, or use the command line for all.
cases-quarter = Quarter { $n }, { $year }
cases-opened = { $n ->
    [one] follow-up opened
   *[other] follow-ups opened
  }
cases-reopened = { $n ->
    [one] one was opened again
   *[other] opened again { $n } times
  }
cases-in-time = contacted in time
cases-of-likely = { $part } of { $whole }, likely between { $low } and { $high }
cases-days = { $n ->
    [one] working day to the first contact, half of the time
   *[other] working days to the first contact, half of the time
  }
cases-days-ninth = nine in ten within { $n }
cases-late-now = late now
cases-still-waiting = { $n } more in time, and waiting
cases-soon = How soon we are in touch
cases-soon-note = { $n ->
    [one] Promised: within a working day of whoever has the follow-up.
   *[other] Promised: within { $n } working days of whoever has the follow-up.
  }
cases-bar = Working days
cases-bar-n = Follow-ups
cases-bar-waiting = nobody yet
cases-by-the-clock = By the clock, nights and weekends included: half within { $time }.
cases-each-time = What was opened again counts anew each time in all that tells how soon: { $n } in all.
cases-hours = { $n ->
    [one] an hour
   *[other] { $n } hours
  }
cases-under-an-hour = an hour
cases-full-days = { $n } days
cases-ended = How they ended
cases-ended-note = Each follow-up once, as it stands now.
cases-ended-unknown = Over, without a word how
cases-open-still = Open still
cases-to-close = Half closed within
cases-won = Won back
cases-won-note = Detractors who were asked again after their follow-up was closed.
cases-won-hidden = Not shown: what one person reached stands on at least 10 answers.
cases-won-unknown = Not known: nobody is asked again in this programme.
cases-won-none = Nobody has answered again yet.
cases-moved = of those who answered are no detractors any more
cases-part = { $part } of { $whole }
cases-few = These are few answers: a few more could change this.
cases-asked-n = { $asked } of { $of } detractors were asked again, { $waits } still will be.
cases-causes = What it was about
cases-causes-note = Of those that are closed.
cases-closed-n = Closed
cases-before = Opened before and open still: { $open }, { $late } of them late. They are in none of these numbers.
