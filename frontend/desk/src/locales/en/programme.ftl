# What is set in the programme, what goes out, and whether everything runs
programme-nav = Programme
programme-tabs = Parts of the programme
programme-settings-tab = What is set
programme-calendar-tab = Calendar
programme-health-tab = Health
programme-settings-title = What is set
programme-settings-lead = This is read from the programme as it runs, and can only be read here.
programme-changed-where = It is changed in the file templates/programme.yaml. Then “sayso check” says whether all of it can be used, and a deploy puts it to work.
programme-hidden = { $n ->
    [one] an address that viewers do not see
   *[other] { $n } addresses that viewers do not see
  }

programme-part-surveys = What is asked
programme-part-rhythm = When mails go out
programme-part-questions = Reasons and themes
programme-part-follow_up = Who calls back
programme-part-reports = Who is told
programme-part-page = The public page
programme-part-privacy = How long things are kept
programme-part-company = The company and the sender
programme-part-helpdesk = Where tickets come from

programme-unit-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
  }
programme-unit-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
  }
programme-unit-days = { $n ->
    [one] 1 day
   *[other] { $n } days
  }
programme-unit-months = { $n ->
    [one] 1 month
   *[other] { $n } months
  }
programme-unit-working_days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
  }
programme-after-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
  }
programme-after-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
  }
programme-after-days = { $n ->
    [one] 1 day
   *[other] { $n } days
  }
programme-after-months = { $n ->
    [one] 1 month
   *[other] { $n } months
  }
programme-after-working_days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
  }

# $given: yes or no, whether it is set. $value: as words; $after: as words behind "after". $n, $code, $of (a language)
programme-set-company-name = The company is called { $value }.
programme-set-company-imprint = Every mail ends with: { $value }
programme-set-company-website = Its website is { $value }.
programme-set-company-privacy_url = Its privacy notice is at { $value }.
programme-set-company-logo = { $given ->
    [no] Mails and pages carry no logo.
   *[yes] Mails and pages carry the logo { $value }.
  }
programme-set-company-colour = Its colour is { $value }.
programme-set-company-timezone = Its days are those of { $value }.
programme-set-company-languages = Customers are written to in { $value }; the first is for those whose language is not known.
programme-set-company-address = { $code ->
    [informal] { $of }: informal (du, je).
   *[formal] { $of }: formal (Sie, u).
  }
programme-set-sender-name = Mails are from { $value }.
programme-set-sender-email = They are sent from { $value }.
programme-set-sender-reply_to = Replies reach a person at { $value }.

programme-set-send_window-days = Mails go out on { $value }.
programme-set-send_window-opens = Not before { $value } in the customer’s own time zone.
programme-set-send_window-closes = Not from { $value } on. If both times are the same, all day.

programme-set-surveys = { $given ->
    [no] Nobody is asked anything.
   *[yes] Surveys
  }
programme-set-surveys-after = Asked once, { $value } after somebody became a customer.
programme-set-surveys-every = Asked every { $value }.
programme-set-surveys-rotating = { $code ->
   *[quarters] Each quarter asks another quarter of the contacts, each of them once a year.
  }
programme-set-surveys-event = { $code ->
    [ticket] Asked after a support ticket was solved or closed.
    [recheck] Asks again how it is now, after a follow-up was closed.
   *[touchpoint] Asked when something was reached that another system tells us of.
  }
programme-set-surveys-quiet_time = Waits { $value } after it happened.
programme-set-surveys-within = What cannot go out within { $after } does not go out at all.
programme-set-surveys-once_in = The same person is asked at most once in { $after }.
programme-set-surveys-answer_within = An answer is taken for { $value }.
programme-set-surveys-reminder_after = { $given ->
    [no] Nobody is reminded.
   *[yes] Whoever has not answered is reminded after { $after }.
  }
programme-set-surveys-reminders = { $n ->
    [one] There is one reminder at most.
   *[other] There are { $n } reminders at most, each as long after the last.
  }
programme-set-surveys-scale = { $code ->
    [satisfaction] Asks how satisfied somebody is, from 1 to 5.
   *[nps] Asks how likely somebody is to recommend us, from 0 to 10.
  }
programme-set-surveys-ratings = { $given ->
    [no] No further ratings.
   *[yes] May also be rated from 1 to 5, by whoever wants to: { $value }.
  }
programme-set-surveys-question-en = The question in English: “{ $value }”
programme-set-surveys-question-de = The question in German: “{ $value }”
programme-set-surveys-question-nl = The question in Dutch: “{ $value }”

programme-set-distances-relationship_apart = Two mails about how things are in general keep { $value } apart.
programme-set-distances-ticket_after_any = A mail about a ticket is left out if another mail went to the person in the last { $after }.
programme-set-distances-ticket_before_relationship = It is left out as well if a general survey is due within { $after }.
programme-set-distances-relationship_waits_at_most = A general survey waits at most { $value } for another mail.

programme-set-drivers = { $given ->
    [no] There are no reasons to choose from.
   *[yes] Reasons to choose from
  }
programme-set-themes = { $given ->
    [no] There are no themes but the reasons.
   *[yes] Themes that answers are filed under
  }
programme-set-themes-drivers = { $given ->
    [no] No reason files an answer here.
   *[yes] Whoever chooses { $value } is filed here at once.
  }
programme-set-themes-words = Words that suggest it ({ $of }): { $value }
programme-set-ratings = { $given ->
    [no] There are no ratings of our own.
   *[yes] Ratings of our own
  }
programme-set-evidence = { $code ->
    [strict] A click counts only if a person was seen giving the answer. Mail scanners click, too.
    [off] Every click counts, also that of a mail scanner.
   *[balanced] A click counts once a person was seen, or once it does not look like a mail scanner’s.
  }
programme-set-review_link = { $given ->
    [no] Nobody is sent to a review site.
   *[yes] Everybody sees the same link to a review site: { $value }
  }

programme-set-follow_up-first_contact_within = Whoever is unhappy is contacted within { $after }.
programme-set-follow_up-default_owner = Accounts nobody looks after go to { $value }.
programme-set-follow_up-support_lead = What is said about a ticket goes to { $value }.
programme-set-follow_up-manager = The programme is run by { $value }.
programme-set-follow_up-owner_driver = A complaint that names “{ $value }” is about whoever looks after the account, and goes to their manager.
programme-set-follow_up-office_hours-days = Working days are { $value }.
programme-set-follow_up-office_hours-opens = The working day begins at { $value }.
programme-set-follow_up-office_hours-closes = It ends at { $value }. If both times are the same, it has no end.
programme-set-follow_up-holidays = { $given ->
    [no] Public holidays are not left out.
   *[yes] Public holidays are left out: { $value }.
  }
programme-set-follow_up-days_off = { $given ->
    [no] No further days off.
   *[yes] Days off of the company: { $value }.
  }
programme-set-follow_up-remind_before = { $n ->
    [0] Nobody is reminded before it is late.
   *[other] Reminded { $value } of working time before it is late.
  }
programme-set-follow_up-escalate_after = { $n ->
    [0] What is late is passed up at once.
   *[other] What is late is passed up after { $after } of working time.
  }
programme-set-follow_up-escalate_to = { $given ->
    [no] What is late goes to the manager of whoever looks after the account.
   *[yes] What is late goes to { $value }.
  }
programme-set-follow_up-at_any_time = { $code ->
    [yes] Our own people are told at any time.
   *[no] Our own people are told in office hours only.
  }
programme-set-follow_up-owners = { $given ->
    [no] Nobody has rules of their own.
    [hidden] { $n ->
        [one] One of our people has rules of their own.
       *[other] { $n } of our people have rules of their own.
      }
   *[yes] People with rules of their own
  }
programme-set-follow_up-owners-name = Called { $value }.
programme-set-follow_up-owners-manager = Their manager is { $value }.
programme-set-follow_up-owners-timezone = Works in the time zone { $value }.
programme-set-follow_up-owners-holidays = { $given ->
    [no] Public holidays are as for the company.
   *[yes] Their public holidays: { $value }.
  }
programme-set-follow_up-owners-days_off = { $given ->
    [no] No days off of their own.
   *[yes] Days off: { $value }.
  }
programme-set-follow_up-channels = { $given ->
    [no] Our people are told by mail only.
   *[yes] Told by other ways than mail, too
  }
programme-set-follow_up-channels-tell = Told there: { $value }.
programme-set-follow_up-channels-at_any_time = { $code ->
    [yes] At any time.
   *[no] In office hours only.
  }
programme-set-follow_up-channels-words = { $code ->
    [yes] What the customer wrote is shown there.
   *[no] What the customer wrote is not shown there.
  }
programme-code-tell-alert = a low score
programme-code-tell-handed_over = a follow-up handed over
programme-code-tell-reminder = a reminder
programme-code-tell-escalation = what is late

programme-set-digests-team = { $given ->
    [no] Nobody but the manager gets the weekly summary of everything.
   *[yes] The weekly summary of everything also goes to { $value }.
  }
programme-set-digests-management = { $given ->
    [no] Nobody but the manager gets the monthly report.
   *[yes] The monthly report also goes to { $value }.
  }
programme-set-digests-owners = { $code ->
    [yes] Whoever looks after accounts gets a weekly summary of their own.
   *[no] Whoever looks after accounts gets no weekly summary of their own.
  }
programme-set-reviews = { $given ->
    [no] Scores are not recorded in meetings.
   *[yes] { $code ->
       *[quarterly] A score of every account is recorded in its quarterly meeting.
      }
  }
programme-set-scores_per_owner = { $code ->
    [yes] Scores are kept for each of our people.
   *[no] No scores are kept for single people of ours.
  }

programme-set-tickets-unknown_requesters = { $code ->
    [refuse] Whoever writes a ticket and is not in the contact list is not asked.
   *[add] Whoever writes a ticket and is not in the contact list is added, and asked about tickets only.
  }
programme-set-tickets-never_ask_domains = { $given ->
    [no] No mail domain is left out but our own.
   *[yes] Never asked about events: addresses at { $value }.
  }
programme-set-tickets-skip_tags = { $given ->
    [no] No tag keeps a ticket from being asked about.
   *[yes] Tickets with these tags are not asked about: { $value }.
  }

programme-set-hooks = { $given ->
    [no] No helpdesk calls us directly.
   *[yes] Who may tell us of tickets and other events
  }
programme-set-hooks-scheme = { $code ->
    [zendesk] Proves who it is as Zendesk does.
    [jira] Proves who it is as Jira does.
    [standard] Proves who it is with a signature (Standard Webhooks).
    [header] Proves who it is with a secret in a header.
   *[basic] Proves who it is with a name and a password.
  }
programme-set-hooks-header = The secret is in the header { $value }.
programme-set-hooks-timezone = Times without an offset are read as { $value }.
programme-set-hooks-touchpoint = It starts the survey “{ $value }”.
programme-set-hooks-events = Its words for what happened
programme-set-hooks-events-solved = { $given ->
    [no] No status means solved.
   *[yes] Means solved: { $value }.
  }
programme-set-hooks-events-closed = { $given ->
    [no] No status means closed.
   *[yes] Means closed: { $value }.
  }
programme-set-hooks-events-reopened = { $given ->
    [no] No status means opened again.
   *[yes] Means opened again: { $value }.
  }
programme-set-hooks-fields = Where in its messages things are
programme-set-hooks-fields-ticket_id = The ticket’s number is at { $value }.
programme-set-hooks-fields-requester_email = The requester’s address is at { $value }.
programme-set-hooks-fields-requester_name = The requester’s name is at { $value }.
programme-set-hooks-fields-status = The status is at { $value }.
programme-set-hooks-fields-time = The time is at { $value }.
programme-set-hooks-fields-tags = The tags are at { $value }.
programme-set-hooks-fields-reference = What it is about is at { $value }.
programme-set-hooks-fields-email = The address is at { $value }.
programme-set-hooks-fields-contact_id = The contact’s id is at { $value }.
programme-set-hooks-fields-name = The name is at { $value }.

programme-set-sending-daily_limit = { $given ->
    [no] There is no limit of mails a day but that of the mail service.
   *[yes] At most { $value } mails go out in a day; the rest wait, the oldest first.
  }
programme-set-sending-resend_unknown_after = { $given ->
    [no] A mail of which nobody knows whether it went out is never sent again.
   *[yes] A mail of which nobody knows whether it went out is sent again after { $after }.
  }
programme-set-sending-transient_bounces = { $n ->
    [one] An address that refuses a mail once is not written to any more.
   *[other] An address that refuses { $n } mails in a row is not written to any more.
  }

programme-set-page-show_score = { $code ->
    [yes] The score is shown on the page.
   *[no] The score is not shown on the page.
  }
programme-set-page-new_answers_per_edition = The score on it moves with every { $value } new answers, or more.
programme-set-page-editions = { $code ->
    [by_approval] Each edition appears when somebody approves it.
   *[by_rule] Once the first edition is approved, the next appear by themselves.
  }
programme-set-page-mention_changes = { $code ->
    [yes] The next invitation says in one line what was done for whoever asked for it.
   *[no] Invitations do not say what was done.
  }
programme-set-page-told_apart = Mails that tell somebody what was done keep { $value } apart.
programme-set-benchmark = { $given ->
    [no] No other company’s score stands beside ours.
   *[yes] What others reach
  }
programme-set-benchmark-nps = Others reach { $value }.
programme-set-benchmark-source = Who says so: { $value }.

programme-set-privacy-keep_words = What people wrote is deleted after { $after }. Scores stay, and name nobody.
programme-set-privacy-keep_identities = { $given ->
    [no] Names and addresses stay until somebody erases them.
   *[yes] Names and addresses are erased { $value } after the last thing that happened with a person.
  }

# The calendar
programme-calendar-title = The next 30 days
programme-calendar-lead = How many mails to customers go out on which day, as far as they are planned today.
programme-calendar-total = { $n ->
    [one] mail in these days
   *[other] mails in these days
  }
programme-calendar-days = Mails by day
programme-calendar-note = Reminders for what goes out in these days, and surveys about tickets still to come, are added as they are planned. Accounts on hold and people with an open follow-up are counted here, though they may have to wait.
programme-calendar-paused = Everything has stood still since { $since }. Nothing goes out until somebody resumes.
programme-calendar-least = Counts are exact until { $day }. After that it is at least as many; the bars are hollow.
programme-calendar-least-all = So much is waiting that every count is the least there will be.
programme-calendar-limit = The limit is { $limit } mails a day; { $sent } went out today.
programme-calendar-beyond = { $n ->
    [one] 1 more mail is pushed beyond these days by the limit.
   *[other] { $n } more mails are pushed beyond these days by the limit.
  }
programme-calendar-day = Day
programme-calendar-mails = Mails
programme-calendar-by-survey = By survey
programme-calendar-remark = Remark
programme-calendar-closed = no mails on this weekday
programme-calendar-full = limit reached
programme-calendar-at-least = at least
programme-calendar-none = Nothing is planned for these days
programme-calendar-none-why = Whoever is in the contact list is planned by itself. If the list is empty, import it first.

# Health
programme-health-title = Does everything run?
programme-health-lead = What the desk can see itself, and what somebody found who looked at everything.
programme-pause-title = Sending
programme-pause-running = Mails go out as planned.
programme-pause-paused = Everything has stood still since { $since }.
programme-pause-by = Paused by { $by }: { $reason }
programme-pause-do = Pause all sending
programme-pause-meaning = Until somebody resumes, no mail goes to a customer: no survey, no reminder, no question about a ticket, no news of what was done.
programme-pause-goes-on = Answers still come in and count. Follow-ups are still opened, and your own people are told of them as always.
programme-pause-lost = What waits stays waiting. A question about a ticket is left out if its time passes meanwhile. A mail that is on its way at this moment still arrives.
programme-pause-reason = Why?
programme-pause-reason-hint = For whoever looks at it later. Please name no customer.
programme-pause-ask = Pause all sending?
programme-pause-done = Sending is paused.
programme-resume-do = Resume sending
programme-resume-say = Mails go out again. What was due meanwhile follows by itself, in the send window, the oldest first.
programme-resume-done = Mails go out again.
programme-ses-title = The mail service (Amazon SES)
programme-ses-unknown = SES does not say how it is at the moment.
programme-ses-sends = SES takes our mails.
programme-ses-under_review = SES has this account under review, and may stop it. Look at bounces and complaints soon.
programme-ses-paused = SES has stopped this account. No mail goes out until that is settled with AWS.
programme-ses-sandbox = SES is still in its sandbox: it writes to verified addresses only.
programme-ses-quota = { $sent } of { $quota } mails in 24 hours.
programme-ses-no-quota = { $sent } mails in 24 hours; there is no limit.
programme-hints-title = Perhaps not what was meant
programme-hints-note = What in the programme is no mistake, but may not be what was meant.
programme-doctor-title = What the doctor found
programme-doctor-age = Looked at { $at } by { $by }.
programme-doctor-old = That is more than a week ago. Somebody should look again.
programme-doctor-again = To look again, whoever runs the system gives this command:
programme-doctor-never = Nobody has looked yet
programme-doctor-never-why = Whoever runs the system gives this command, and what it finds stands here:
programme-doctor-not-here = Alarms, dead letters and the sending domain cannot be looked at from the desk; this command does.
programme-doctor-counts = { $broken } broken, { $warning } to look at, { $unknown } not known, { $ok } well.
programme-doctor-state-broken = Broken
programme-doctor-state-warning = To look at
programme-doctor-state-unknown = Not known
programme-doctor-state-ok = Well
programme-doctor-what = What
programme-doctor-found = Finding
programme-doctor-do = What to do
programme-doctor-fold-ok = What is well
programme-doctor-fold-unknown = { $n } cannot be looked at here

# What `sayso doctor` looks at: functions/sayso/cli/doctor*.py
programme-check-production = Mail to anybody, not only test addresses
programme-check-sending_enabled = Sending is allowed by AWS
programme-check-quota = Mails allowed a day
programme-check-link_keys = Key that protects links in mails
programme-check-address_key = Key that protects who is not to be written to
programme-check-site = The pages for customers
programme-check-api = Where answers arrive
programme-check-api_past_the_site = No way around the site
programme-check-custom_domain = The site’s own address
programme-check-schedules = What runs by the clock
programme-check-readers = What carries changes on
programme-check-daily_run = The daily run
programme-check-clock = The clock of the computer that looked
programme-check-channels = Channels that tell of follow-ups
programme-check-holidays = Public holidays
programme-check-failures = Work that failed
programme-check-stream_records = Changes that were set aside
programme-check-alarms = Alarms
programme-check-alarm_mail = Who gets the alarms
programme-check-sender = The address mails come from
programme-check-identity = Proof that the address is ours
programme-check-dkim = Signature on mails (DKIM)
programme-check-dmarc = Protection of the sender’s name (DMARC)
programme-check-mail_from = Return address of mails (MAIL FROM)
programme-check-mail_events = Word of what becomes of mails
programme-check-configuration_set = Switch for sending
programme-check-programme = The programme in force
programme-check-pause = Pause and holds
programme-holds-title = Accounts on hold
programme-holds-none = No account is on hold
programme-holds-none-why = An account is put on hold on its own page.
programme-holds-unknown = An account that is in the list no longer
programme-holds-until = Last day
programme-holds-over = over
programme-holds-why = Why
programme-holds-by = By
programme-changes-title = What was done lately
programme-changes-none = Nothing was paused, held or brought forward yet.
programme-changes-paused = Sending paused
programme-changes-resumed = Sending resumed
programme-changes-held = Account put on hold
programme-changes-released = Hold ended
programme-changes-kicked_off = Existing customers brought forward
programme-rating-contact_person = contact person
programme-rating-quality = quality
programme-rating-support = support
programme-rating-communication = communication
programme-rating-price = price
