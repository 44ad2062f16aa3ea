// Command timers shows how a backend waits: one timer for each ticket, set to the answer's
// Next, and each Occurrence sent once. Time is simulated, so the program ends at once.
//
//	go run ./examples/timers
package main

import (
	"fmt"
	"log"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

func main() {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE"}, nil)
	if err != nil {
		log.Fatal(err)
	}
	crisis, err := p.Scale().Parse("Crisis")
	if err != nil {
		log.Fatal(err)
	}
	now := time.Date(2026, time.March, 2, 13, 0, 0, 0, time.UTC)
	inbox := []policy.Event{ // what will come in, and when
		{At: now, Kind: policy.Reported, Severity: crisis, Channel: policy.Phone},
		{At: now.Add(30 * time.Hour), Kind: policy.Resolved},
	}
	ticket, sent := []policy.Event{}, map[string]bool{} // a backend has a unique index in place of sent
	for {
		for ; len(inbox) > 0 && !inbox[0].At.After(now); inbox = inbox[1:] {
			ticket = append(ticket, inbox[0])
		}
		// All occurrences so far, since an event that came in late can bring some from the
		// past.
		occurrences, err := p.Occurrences(ticket, time.Time{}, now)
		if err != nil {
			log.Fatal(err)
		}
		for _, o := range occurrences {
			if !sent[o.ID] {
				sent[o.ID] = true
				if o.Kind == policy.OccurrenceStep { // others are not addressed to anybody
					o.What += ": tell the " + o.To
				}
				fmt.Println(o.At.UTC().Format(time.Stamp), o.What)
			}
		}
		answer, err := p.Evaluate(ticket, now)
		if err != nil {
			log.Fatal(err)
		}
		switch next, ok := answer.Next.Get(); {
		case len(inbox) > 0 && (!ok || !inbox[0].At.After(next.At)):
			now = inbox[0].At // an event comes before the timer fires
		case ok:
			now = next.After() // at its due instant a clock is not overdue yet
		default:
			return // no timer: without an event nothing more happens
		}
	}
}
