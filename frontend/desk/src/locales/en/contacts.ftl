# Contacts: found, explained, changed, and taken in from a list
contacts-nav = Contacts
contacts-title = Contacts
contacts-lead = Find a person by the company's own id or by mail address.
contacts-who = Id or mail address
contacts-who-hint = Exactly as in the contact list; capitals in addresses make no difference. Names are not searched.
contacts-by-account = Look through an account's people instead
contacts-nobody = Nobody has { $who }
contacts-nobody-why = Check the spelling, or look through the account's people.
contacts-found = { $n } found
contacts-own-id = Own id
contacts-by-ticket = (none: known by a ticket)
contacts-role = Role
contacts-role-relationship = asked about the relationship
contacts-role-user = asked about tickets only
contacts-person = Person
contacts-email = Mail
contacts-phone = Phone
contacts-account-since = Account since
contacts-contact-since = Contact since
contacts-renewal = Renewal
contacts-locale = Language
contacts-time-zone = Time zone
contacts-first-seen = Known to Sayso since
contacts-asked = What was sent, and what waits
contacts-answers = Answers
contacts-cases = Follow-ups
contacts-no-answers = No answers
contacts-no-cases = No follow-ups
contacts-nothing-asked = Nothing was sent, and nothing is planned
contacts-ticket = Ticket { $ticket }
contacts-planned = Planned for
contacts-mails = Mails
contacts-mail-at = { $mail }, { $at }
contacts-mail-first = first mail
contacts-mail-reminder = reminder
contacts-mail-reminder_2 = second reminder
contacts-mail-reminder_3 = third reminder
contacts-mail-delivered = delivered
contacts-mail-sent = sent, delivery not heard of
contacts-mail-sending = being sent
contacts-mail-unknown = may have been sent
contacts-mail-failed = refused
contacts-state-waiting = waits
contacts-state-sending = being sent
contacts-state-sent = sent
contacts-state-answered = answered
contacts-state-expired = expired
contacts-state-skipped = skipped
contacts-state-cancelled = taken back
contacts-state-failed = failed

# Whether they are written to
contacts-whether = Is this person written to?
contacts-is-asked = Nothing stands against it for good.
contacts-do-not-ask = Do not ask
contacts-do-not-ask-list = The contact list says so; it is changed there.
contacts-list-matter = Whether somebody is asked at all (do_not_ask) is said in the contact list, not here.
contacts-suppressed = Not written to
contacts-suppressed-why = { $reason }, since { $day }
contacts-suppressed-by = ({ $who })
contacts-same-address = { $n } others share this address; what is said of it holds for them too.
contacts-former-wish = It was said at an address they had before, and holds on.
contacts-suppress = Do not write to this address any more
contacts-suppress-do = Block the address
contacts-suppress-reason = Why
contacts-suppressed-now = The address is not written to any more.
contacts-why-by_hand = We decided so
contacts-why-unsubscribed = They asked not to be written to
contacts-why-bounced = The address does not exist
contacts-why-complained = They reported a mail as spam
contacts-lift = Write to this address again
contacts-lift-do = Unblock the address
contacts-lift-light = What is due then goes out as planned.
contacts-lift-sure = The person asked for it themselves
contacts-lifted = The address may be written to again.
contacts-lifted-but = That is lifted, but the person asked not to be written to, which stays; lifting once more lifts that too.

# Their data
contacts-data = Their data
contacts-export-say = Everything held about this person, as a file for them. That it was taken is kept under Changes.
contacts-export = Save everything held about them
contacts-exported = The file is saved. It is about a person: delete it when it is handed over.
contacts-erase-say = Erasing takes name, address and words; the anonymous score stays, and the address is never written to again. Take the person out of your list as well.
contacts-erase-typed = To erase, type { $what }
contacts-erase = Erase this person
contacts-erase-sure = { $who } will be erased. This cannot be undone.
contacts-erase-shared = { $n } others with the same address will not be written to any more either.
contacts-erased = The person is erased. The scores stay, and name nobody.

# Why they were asked, or not
contacts-why = Why was this person asked, or not?
contacts-why-note = As things are at this moment. Times are the company's.
contacts-next = What comes next
contacts-stories = What became of each invitation
contacts-news = What they are told of what came of it
contacts-story-planned = { $survey }, planned for { $day }
contacts-story-brought = { $survey }, brought forward to { $day }
contacts-story-about = { $survey }: { $subject }
contacts-fact-who = Asked about: { $asked ->
    [relationship_tickets] the relationship and tickets
    [relationship_events] the relationship, tickets and other events
    [relationship] the relationship only
    [tickets] tickets only
    [events] tickets and other events only
   *[nothing] nothing
  }.
contacts-fact-dates = Began on { $began }; known to Sayso since { $at }; time zone { $zone }.
contacts-fact-dates_unknown = When they began is not known; known to Sayso since { $at }; time zone { $zone }.
contacts-fact-do_not_ask = Is not asked anything: the contact list says so.
contacts-fact-suppressed = The address is blocked since { $at }: { $reason }. Nothing is sent to it.
contacts-fact-was_suppressed = The address was blocked from { $at } to { $until }: { $reason }.
contacts-fact-hold = The account is on hold until { $until }, { $by } said on { $at }: { $why }
contacts-fact-open_follow_up = { $by } is still looking after an earlier answer, since { $at }; nothing is sent until that is closed.
contacts-fact-open_follow_up_of_somebody = Somebody is still looking after an earlier answer; nothing is sent until that is closed.
contacts-fact-paused = Everything is paused since { $at }, by { $by }: { $why }
contacts-fact-stopped = Nothing goes out to anybody now: { $reason }.
contacts-fact-daily_limit = Nothing more goes out today: the limit of { $limit } mails was reached.
contacts-fact-mail_failed = The { $mail } was refused by the mail service on { $at }: { $why }.
contacts-fact-mail_delivered = The { $mail } went out on { $at }{ $again ->
    [yes] {" "}for the second time
   *[no] {""}
  } and was delivered on { $delivered }.
contacts-fact-mail_sent = The { $mail } went out on { $at }{ $again ->
    [yes] {" "}for the second time
   *[no] {""}
  }; of its delivery nothing was heard.
contacts-fact-mail_sending = The { $mail } is being handed over right now.
contacts-fact-mail_unknown = The { $mail } may have gone out on { $at }{ $again ->
    [yes] {" "}for the second time
   *[no] {""}
  }: nobody knows.
contacts-fact-answered = The person answered.
contacts-fact-over = It is over: { $reason }.
contacts-fact-nothing_sent = { $state ->
    [skipped] Skipped
    [cancelled] Taken back
    [failed] Failed
   *[expired] Expired
  }, and nothing was sent: { $reason }.
contacts-fact-unknown_survey = The programme no longer has this survey.
contacts-fact-open = An answer is taken until { $until }.
contacts-fact-no_reminder = No reminder goes out: { $reason }.
contacts-fact-resend = It is sent again on { $at }.
contacts-fact-settle = It is looked at again on { $at }.
contacts-fact-waits_looked_at = The { $mail } waits, because { $reason }; whether it still has to is looked at on { $until }.
contacts-fact-waits = The { $mail } waits until { $until }{ $because }.
contacts-because = , because { $reason }
contacts-fact-will_not_go = As things are now it will not go out then: { $reason }.
contacts-fact-will_wait = As things are now it will not go out then, but go on waiting: { $reason }.
contacts-fact-due_will_not_go = The { $mail } has been due since { $at } and will not go out: { $reason }.
contacts-fact-due_waits = The { $mail } has been due since { $at } and waits: { $reason }.
contacts-fact-due_stopped = The { $mail } has been due since { $at }; it waits only because { $reason }.
contacts-fact-due = The { $mail } has been due since { $at } and goes out at the next run.
contacts-fact-answer_waits = Opened on { $at }; waits to be settled: { $reasons }.
contacts-fact-answer_not_confirmed = Opened on { $at }; not confirmed, so it does not count: { $reasons }.
contacts-fact-answer_accepted = { $by } accepted the answer on { $at }. { $why }
contacts-fact-answer_rejected = { $by } refused the answer on { $at }. { $why }
contacts-fact-next_do_not_ask = { $survey }: not asked, the contact list says so.
contacts-fact-next_user = { $survey }: not planned, as this person is asked about tickets only.
contacts-fact-next_after_open = { $survey }: on { $day }, planned once the one before has ended.
contacts-fact-next_once = { $survey }: asked once, and its turn has come already.
contacts-fact-next_not_planned_yet = { $survey }: on { $day }; it is being planned.
contacts-fact-next_overdue = { $survey }: due since { $day }, see below.
contacts-fact-next_suppressed = { $survey }: on { $day }; as things are it will be skipped, the address is blocked.
contacts-fact-next_on = { $survey }: on { $day }.
contacts-fact-next_goes = { $survey }: planned for { $day }, and goes out on { $goes }.
contacts-fact-next_will_not_go = { $survey }: planned for { $day }, and will not go out then, see below.
contacts-fact-next_waits = { $survey }: planned for { $day }, and waits, see below.
contacts-fact-next_no_dates = { $survey }: not planned, as nobody knows when they began.
contacts-fact-next_far = { $survey }: not planned, the day they begin ({ $day }) is too far ahead.
contacts-fact-next_no_date = { $survey }: not planned.
contacts-fact-next_existing_base = { $survey }: not planned, it is for somebody new. Its day, { $day }, was over when Sayso first heard of them on { $seen }.
contacts-fact-event_never_ask = { $survey }: never asked, the address is our own or of a listed domain.
contacts-fact-event_suppressed = { $survey }: not asked, the address is blocked.
contacts-fact-event_free = { $survey }: asked when the next { $event ->
    [ticket] ticket is solved
    [recheck] follow-up has closed
   *[touchpoint] touch point is reached
  }.
contacts-fact-event_not_before = { $survey }: not asked before { $until }, whatever comes: { $reason }.
contacts-fact-event_waits_none = { $survey }: { $count } wait; as things now are none of them goes out, see below.
contacts-fact-event_waits = { $survey }: one waits, see below.
contacts-fact-event_waits_one = { $survey }: { $count } wait, and one of them goes out: { $subject }.
contacts-fact-news_sending = The mail is being handed over right now.
contacts-fact-news_unknown = The mail may have gone out on { $at }: nobody knows.
contacts-fact-news_sent_but = The mail went out on { $at }, but: { $reason }.
contacts-fact-news_sent = The mail went out on { $at }.
contacts-fact-news_failed = The mail was refused: they are not told.
contacts-fact-news_expired = Not told in time: { $reason }.
contacts-fact-news_skipped = Not told: { $reason }.
contacts-fact-news_soon = Approved; it goes out within minutes if nothing stands against it.
contacts-fact-news_waits = The mail waits until { $until }{ $because }.

# Why something was not sent, as a part of a sentence
contacts-reason-answered = the person answered
contacts-reason-asked_lately = asked the same about something else not long ago
contacts-reason-daily_limit = the day's limit of mails was reached
contacts-reason-do_not_ask = the contact list says not to ask
contacts-reason-erased = the person was erased
contacts-reason-looked_after_again = somebody looks after the person again
contacts-reason-hold = the account is on hold
contacts-held-until = the account is on hold until { $day }
contacts-reason-mail_refused = the mail service refused the mail
contacts-reason-no_answer = no answer came in time
contacts-reason-no_longer_planned = the dates, the role or the programme changed
contacts-reason-open_follow_up = somebody is still looking after an earlier answer
contacts-reason-paused = sending is paused
contacts-reason-relationship_apart = another relationship mail went out not long ago
contacts-reason-relationship_due = a relationship mail is due within days
contacts-reason-reopened = the ticket was reopened
contacts-reason-reviewed = a review in a meeting stood in for it
contacts-reason-send_window = outside the send window
contacts-reason-ses_not_ready = the mail service did not take mail at that moment
contacts-reason-ses_paused = the mail service has paused sending for this account
contacts-reason-ses_quota = the 24-hour quota of the mail service was used up
contacts-reason-ses_refuses = the mail service refused one mail after another
contacts-reason-ses_unverified = the mail service does not know the sender as verified
contacts-reason-ses_unwell = the mail service failed on one mail after another
contacts-reason-suppressed = the address asked not to be written to, or does not take mail
contacts-reason-tagged = the ticket has a tag that forbids the question
contacts-reason-too_close = another survey mail went to the person not long ago
contacts-reason-too_late = the moment to ask had passed
contacts-reason-unknown_survey = the programme no longer has this survey
contacts-reason-unsubscribed = the person asked not to be written to
contacts-reason-bounced = the address does not exist
contacts-reason-bounced_often = mails to the address kept coming back
contacts-reason-complained = the person reported a mail as spam
contacts-reason-by_hand = somebody of ours said so
contacts-reason-changed = what the public reads of it changed since the approval
contacts-reason-not_asked = no answer of theirs is behind it any more
contacts-reason-not_done = the public no longer reads that it is done
contacts-reason-not_public = the public no longer reads of it
contacts-reason-survey_due = a survey mail is due within days
contacts-reason-survey_lately = a survey mail went to the person days ago
contacts-reason-told_already = somebody else at the address is told
contacts-reason-told_in_invitation = a line of an invitation told them
contacts-reason-told_lately = another such mail went to the person not long ago

# Taking a list in
contacts-import = Import contacts
contacts-import-lead = A CSV file is read in this browser and looked at first; nothing changes before you say so.
contacts-file = File
contacts-file-hint = CSV with commas, semicolons or tabs. Needed columns: { $required }. Also known: { $others } and segment:NAME.
contacts-file-empty = The file has no rows.
contacts-file-quote = A quotation mark in line { $about } does not go together with another. Mend the line and choose the file again.
contacts-file-column = The first line has no column { $about }.
contacts-file-read = { $name }: { $n ->
    [one] 1 row
   *[other] { $n } rows
  }.
contacts-file-guessed = The file is not UTF-8 and was read as Windows-1252. Check a name with an accent or umlaut; if it is wrong, save the file as CSV UTF-8.
contacts-file-unused = Columns not used: { $columns }.
contacts-preview = What would change
contacts-taking = What is taken in
contacts-phase-checking = Looking
contacts-phase-checked = Looked at
contacts-phase-importing = Taking in
contacts-phase-imported = Taken in
contacts-progress = { $done } of { $of } rows
contacts-stop = Stop
contacts-stopped = Stopped after { $done } rows. They are taken in; the same file again changes nothing about them.
contacts-stopped-check = Stopped after { $done } rows. Nothing was changed.
contacts-go-on = Go on
contacts-will-added = Would be new
contacts-will-changed = Would change
contacts-will-rejected = Would be rejected
contacts-done-added = New
contacts-done-changed = Changed
contacts-done-rejected = Rejected
contacts-unchanged = Unchanged
contacts-renumbered = It looks as if the list has changed its ids: { $n } of { $of } rows are new contacts whose address is known under another id.
contacts-left-hold = Contacts move from { $account }, which is on hold until { $until }, to { $now }, which is not. Hold that too if it is the same customer.
contacts-were-erased = { $n ->
    [one] 1 person was
   *[other] { $n } people were
  } erased and comes back with this list (lines { $lines }); they stay blocked. Take them out of the list.
contacts-known = { $n ->
    [one] 1 new contact has an address that is
   *[other] { $n } new contacts have addresses that are
  } known under another id. Each id is asked as a person of its own.
contacts-known-one = Line { $line }: { $id } has the address of { $others }
contacts-and-more = and { $n } more
contacts-other-language = { $n ->
    [one] 1 contact speaks a language this programme has no mails in ({ $languages }): it is
   *[other] { $n } contacts speak a language this programme has no mails in ({ $languages }): they are
  } written to in { $instead }.
contacts-other-languages = { $n } contacts speak languages this programme has no mails in ({ $languages }): they are written to in { $instead }.
contacts-undated = { $n } without account_since or contact_since: first asked 12 months from today.
contacts-name = Name
contacts-new = { $n ->
    [one] 1 new contact
   *[other] { $n } new contacts
  }
contacts-each-change = Contact by contact
contacts-what-changes = Before → after
contacts-nothing = empty
contacts-rejects = Rows that are not taken
contacts-line = Line
contacts-column = Column
contacts-problem = What is wrong
contacts-rejects-say = The file of rejected rows has the reasons in it. Mend it, and import that file.
contacts-rejects-save = Save the rejected rows
contacts-nothing-to-take = There is nothing to take in.
contacts-take-good = Good rows are taken, { $n ->
    [one] the rejected one is
   *[other] the { $n } rejected ones are
  } left out.
contacts-take = Take in { $n ->
    [one] 1 contact
   *[other] { $n } contacts
  }
contacts-imported = Done: { $n ->
    [one] 1 contact is
   *[other] { $n } contacts are
  } new or changed.

# Why a row is rejected
contacts-row-empty = This cell is empty, and is needed.
contacts-row-too_long = This is longer than { $about } characters.
contacts-row-too_many_cells = The row has more cells than there are columns (“{ $about }” is left over). Quote text that holds a separator.
contacts-row-too_many_segments = There are more than 20 segments.
contacts-row-segment = A segment may have 60 characters, and none of | # =
contacts-row-double = The same id is in line { $about } already. Give it an id of its own, or remove one of the two lines.
contacts-row-double_before = The same id is in line { $about } of the list this row was rejected from. Give it an id of its own, or remove one of the two.
contacts-row-contended = Somebody else changed this contact just now. Import the row again.
contacts-row-address = “{ $about }” is no address that mail can be sent to.
contacts-row-role = “{ $about }” is no role. Write relationship or user.
contacts-row-date = “{ $about }” is no date. Write it like 2026-03-31.
contacts-row-time_zone = “{ $about }” is no time zone. Write it like Europe/Vienna.
contacts-row-yes_or_no = “{ $about }” is neither yes nor no.
contacts-row-other = This cell cannot be taken as it is: “{ $about }”.
