# The first question, by survey; mails use it too. A company's own wording in programme.yaml wins.
question-day50 = After your first weeks with us: how likely are you to recommend { $company } to a friend or colleague?
question-annual = Thinking of everything we do for you: how likely are you to recommend { $company } to a friend or colleague?
question-ticket = After your recent support ticket: how likely are you to recommend { $company } to a friend or colleague?
question-recheck = Now that we have looked into what you told us: how likely are you to recommend { $company } to a friend or colleague today?
question-other = How likely are you to recommend { $company } to a friend or colleague?
question-satisfaction-ticket = How satisfied are you with the way we handled your recent support ticket?
question-satisfaction-recheck = Now that we have looked into what you told us: how satisfied are you with { $company } today?
question-satisfaction = How satisfied are you with { $company }?
scale-low = not at all likely
scale-high = extremely likely
satisfaction-low = not at all satisfied
satisfaction-high = very satisfied

# Every static page
site-website = Website
site-privacy = Privacy

# The survey page
survey-title = Your answer to { $company }
survey-noscript = This page needs JavaScript. Our email has a link to answer without it. If you simply reply to our email, your answer reaches us just as well.
survey-late = This page is still loading. If nothing happens: our email has a link to answer without JavaScript. Or simply reply to it.
survey-choose = Choose a number from { $low } to { $high }.
survey-of = out of { $most }
survey-chosen = You chose { $score }. To change it, choose another number.
survey-why-neutral = What is the main reason for your score?
survey-why-promoter = { $survey ->
    [ticket] What did we do well?
    [recheck] What has become better?
   *[other] What should we be sure to keep?
  }
survey-why-passive = { $survey ->
    [ticket] What was missing for a 9 or a 10?
   *[other] What is missing for a 9 or a 10?
  }
survey-why-detractor = { $survey ->
    [ticket] What went wrong with your ticket?
    [recheck] What is still not right?
   *[other] What went wrong?
  }
satisfaction-why-promoter = What did we do well?
satisfaction-why-passive = What would have made it a 4 or a 5?
satisfaction-why-detractor = What went wrong?
survey-drivers = What is it about?
survey-drivers-hint = Choose as many as you like.
survey-better = What would make it better?
survey-ratings = How do you rate these?
survey-ratings-hint = 1 = { $low }, 5 = { $high }. Leave out any you like.
survey-no-rating = No answer
rating-low = poor
rating-high = very good
rating-contact_person = Your contact person
rating-quality = Quality of our work
rating-support = Support
rating-communication = Communication
rating-price = Value for money
survey-contact = May we contact you about it?
survey-contact-no = No, thank you
survey-contact-phone = Yes, by phone
survey-contact-mail = Yes, by email
survey-quote = You may quote from this publicly, without my name.
survey-reference = You may name me as a reference.
survey-readers = The people at { $company } who look after you and those who run the company will read this. It is not anonymous: your name is with it.
survey-keeps = Your number reaches us straight away, everything else when you send it.
survey-send = Send to { $company }
survey-earlier = This is what you told us before. You can change it and send it again.
survey-missing = Please choose a number from { $low } to { $high } first.
survey-sending = Sending …
survey-resending = You pressed Send earlier, but your answer had not reached us. It is being sent now.
survey-offline = You are offline. Your answer is kept on this device and will be sent as soon as you are connected, or when you next open this page.
survey-retrying = That did not work yet. Your answer is kept here, and we will try again in a moment.
survey-busy = That was a lot at once. Your answer is kept here, and it will be sent in a moment.
survey-refused = Your answer could not be accepted here. Please reply to our email instead; it reaches us just as well.
survey-too-long = That is more than we can take in here. Please shorten your text a little.
survey-changed = Your answer has arrived. What you changed since then has not been sent yet.
survey-elsewhere = You answered elsewhere in the meantime. What you wrote on this device has not been sent: press Send if it should count.
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

# The page without scripts
plain-busy = Nothing has been taken in yet, because too much was arriving at once. What you typed is still here: please send it again in a minute.
plain-keeps = Your answer reaches us when you send it.
