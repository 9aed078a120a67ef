# The first question, by survey; mails use it too. A company's own wording in programme.yaml wins.
question-day50 = After your first weeks with us: how likely are you to recommend { $company } to a friend or colleague?
question-annual = Thinking of everything we do for you: how likely are you to recommend { $company } to a friend or colleague?
question-ticket = After your recent support ticket: how likely are you to recommend { $company } to a friend or colleague?
question-other = How likely are you to recommend { $company } to a friend or colleague?
scale-low = not at all likely
scale-high = extremely likely

# Every static page
site-website = Website
site-privacy = Privacy

# The survey page
survey-title = Your answer to { $company }
survey-noscript = This page needs JavaScript. If you simply reply to our email, your answer reaches us just as well.
survey-choose = Choose a number from 0 to 10.
survey-chosen = You chose { $score }. To change it, choose another number.
survey-why-neutral = What is the main reason for your score?
survey-why-promoter = What should we be sure to keep?
survey-why-passive = What is missing for a 9 or a 10?
survey-why-detractor = What went wrong?
survey-drivers = What is it about?
survey-drivers-hint = Choose as many as you like.
survey-better = What would make it better?
survey-contact = May we contact you about it?
survey-contact-no = No, thank you
survey-contact-phone = Yes, by phone
survey-contact-mail = Yes, by email
survey-quote = You may quote from this publicly, without my name.
survey-readers = The people at { $company } who look after you and those who run the company will read this. It is not anonymous: your name is with it.
survey-keeps = Your number reaches us straight away, everything else when you send it.
survey-send = Send to { $company }
survey-earlier = This is what you told us before. You can change it and send it again.
survey-missing = Please choose a number from 0 to 10 first.
survey-sending = Sending …
survey-offline = You are offline. Your answer is kept here: leave this page open and it will be sent as soon as you are connected.
survey-retrying = That did not work yet. Your answer is kept here, and we will try again in a moment.
survey-refused = Your answer could not be accepted here. Please reply to our email instead; it reaches us just as well.
survey-too-long = That is more than we can take in here. Please shorten your text a little.
survey-changed = Your answer has arrived. What you changed since then has not been sent yet.
survey-thanks = Thank you, your answer has arrived
survey-next-follow-up = Somebody from { $company } will get in touch with you within { $days ->
    [one] one working day
   *[other] { $days } working days
  }.
survey-next-no-contact = Somebody from { $company } will look into it within { $days ->
    [one] one working day
   *[other] { $days } working days
  }. As you asked, we will not contact you about it.
survey-next-read = The people it concerns will read it within a week.
survey-edit-hint = If you change your mind, you can change your answer here, or later with the link in our email.
survey-edit = Change my answer
survey-review = Review us publicly
survey-invalid = This link does not work
survey-invalid-why = It may have been cut off on its way. Please open it straight from our email.
survey-expired = This question has closed
survey-expired-why = We asked a while ago and no longer count new answers to it. We would still like to hear from you.
survey-write = You can always write to us:
