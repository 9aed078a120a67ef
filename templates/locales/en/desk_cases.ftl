# The picture of the desk that shows how soon people are called back
desk-cases-picture = Working days to the first contact
desk-cases-kept = within { $days ->
    [one] a working day
   *[other] { $days } working days
  }
desk-cases-later = later
desk-cases-waiting = nobody yet
desk-cases-none = No follow-up yet
desk-cases-picture-says = { $kept } first contacts in the promised time of { $days ->
    [one] a working day
   *[other] { $days } working days
  }, { $later } later; { $waiting } are still waiting.
