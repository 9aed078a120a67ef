# Die Seite ohne Skripte, wenn sonst nichts mehr geht
plain-failed = { $address ->
    [informal] Bei uns ist etwas schiefgegangen. Bitte geh zurück und sende es in einer Minute noch einmal; gezählt wird es nur einmal.
   *[formal] Bei uns ist etwas schiefgegangen. Bitte gehen Sie zurück und senden Sie es in einer Minute noch einmal; gezählt wird es nur einmal.
}
