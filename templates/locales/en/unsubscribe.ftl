# The page behind the unsubscribe link
unsubscribe-title = Emails from { $company }
unsubscribe-noscript = This page needs JavaScript. You can also write to us, and we will stop these emails for you:
unsubscribe-ask = No more questions from { $company }?
unsubscribe-what = Now and then { $company } asks you by email how satisfied you are. One click, and these emails stop.
unsubscribe-rest = Invoices, tickets and everything else that belongs to your contract will still reach you.
unsubscribe-stop = Stop these emails
unsubscribe-done = Done. { $company } will not ask you again
unsubscribe-done-what = You will get no more of these emails, reminders included.
unsubscribe-mistake = Was that a mistake, or did somebody forward you the email? Then take it back.
unsubscribe-undo = Undo
unsubscribe-undone = Everything is as it was
unsubscribe-undone-what = { $company } will go on asking you now and then how satisfied you are.
unsubscribe-invalid = This link does not work
unsubscribe-invalid-why = Nothing has been changed. Please open the link straight from our email, or write to us and we will stop the emails for you:
unsubscribe-working = One moment …
unsubscribe-offline = You are offline, and nothing has been changed yet. Please press the button again once you are connected.
unsubscribe-failed = That did not work, and nothing has been changed yet. Please press the button again in a moment.
