# De pagina zonder scripts, als niets anders meer lukt
plain-failed = { $address ->
    [informal] Er ging bij ons iets mis. Ga terug en verstuur het over een minuut nog eens; je antwoord telt één keer.
   *[formal] Er ging bij ons iets mis. Gaat u terug en verstuurt u het over een minuut nog eens; uw antwoord telt één keer.
}
