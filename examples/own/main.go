// Command own answers a ticket under an agreement of your own, written in JSON:
// agreement.json has two tiers, and the ticket says which one the customer has.
//
//	go run ./examples/own
package main

import (
	_ "embed"
	"fmt"
	"log"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

//go:embed agreement.json
var agreement []byte

const ticket = `{"id": "T-1", "agreement": "acme", "attributes": {"tier": "%s"},
	"events": [{"at": "2026-04-30T16:30:00+02:00", "kind": "reported", "severity": "P1"}]}`

func main() {
	acme, err := document.Decode(agreement)
	if err != nil {
		log.Fatal(err) // all mistakes at once, each with its line and column
	}
	for _, tier := range []string{"gold", "silver", "lead"} {
		due, err := answer(acme, fmt.Sprintf(ticket, tier))
		fmt.Println(tier+":", due, err)
	}
}

// answer returns when the response to a ticket is due, and by which clause.
func answer(acme *document.Document, line string) (string, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON([]byte(line)); err != nil {
		return "", err
	}
	p, err := acme.Policy(&t) // the version, tier and readings of this ticket
	if err != nil {
		return "", err
	}
	events, err := p.Events(&t)
	if err != nil {
		return "", err
	}
	a, err := p.Evaluate(events, events[0].At)
	if err != nil {
		return "", err
	}
	return a.Clocks[0].Due.String() + " by " + a.Clocks[0].Clause, nil
}
