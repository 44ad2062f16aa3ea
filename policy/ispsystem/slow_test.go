package ispsystem_test

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// The slow twin answers a ticket under this agreement a second time, from the
// clauses alone, so that the library can be compared with it. It keeps no clock
// that moves from event to event. It writes down what is known after each event
// and then asks, for each clock by itself: at which event did it come to be, at
// which did it begin to run, at which did it end, and what was due in between?

// slowReply is the twin's answer. Its form is that of the command; twins share
// nothing else, so that one mistake cannot hide in all of them.
type slowReply struct {
	agreementtest.Reply
	asOf time.Time
}

type (
	slowClock = agreementtest.ReplyClock
	slowNext  = agreementtest.ReplyNext
	slowSpan  = agreementtest.ReplySpan
)

// slowEvent is one event as it was handed in, or the closing that happens by
// itself (ISP-6), which no one hands in.
type slowEvent struct {
	At       time.Time `json:"at"`
	Kind     string    `json:"kind"`
	Severity string    `json:"severity"`
}

const slowClosing = "closes itself"

// slowLevels are the degrees of criticality, the gravest first.
var slowLevels = []string{"Emergency", "High", "Medium", "Low"}

func (e slowEvent) level() int {
	return slices.IndexFunc(slowLevels, func(name string) bool { return strings.EqualFold(name, e.Severity) })
}

// slowHistory is what is known of a ticket at one instant.
type slowHistory struct {
	events []slowEvent
	after  []slowFacts // what holds right after each event
	hours  slowHours
	change string // the reading ispsystem.severity_change
	closes string // the reading ispsystem.auto_close
}

// slowFacts is what depends on nothing but the events so far.
type slowFacts struct {
	level int        // the severity
	open  bool       // the ticket has not ended
	sent  bool       // it was forwarded to the relevant team (ISP-5)
	asked bool       // information is waited for (ISP-3)
	dev   *time.Time // since when the developers are needed (ISP-1)
}

// slowAnswer answers one ticket, a line that is known to be valid.
func slowAnswer(line []byte) slowReply {
	var in struct {
		ID, Agreement string
		AsOf          string            `json:"as_of"`
		Readings      map[string]string `json:"readings"`
		Events        []slowEvent       `json:"events"`
		Customer      struct {
			Product, Tier, Country string
		} `json:"customer"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		panic(err)
	}
	readings := map[string]string{
		"ispsystem.billing_days":    "every_day",
		"ispsystem.auto_close":      "calendar_days",
		"ispsystem.severity_change": "fair",
	}
	for name := range readings {
		if value, given := in.Readings[name]; given {
			readings[name] = value
		}
	}

	slices.SortStableFunc(in.Events, func(a, b slowEvent) int { return a.At.Compare(b.At) })
	asOf := in.Events[len(in.Events)-1].At
	if in.AsOf != "" {
		var err error
		if asOf, err = time.Parse(time.RFC3339, in.AsOf); err != nil {
			panic(err)
		}
	} else {
		in.AsOf = asOf.Format(time.RFC3339Nano)
	}
	h := slowHistory{
		change: readings["ispsystem.severity_change"],
		closes: readings["ispsystem.auto_close"],
		hours: slowHours{
			product:      in.Customer.Product,
			privilege:    in.Customer.Tier == "Privilege",
			businessDays: readings["ispsystem.billing_days"] == "business_days",
			country:      in.Customer.Country,
		},
	}
	for _, e := range in.Events {
		if !e.At.After(asOf) {
			h.closeBy(e.At) // before the events of that instant (G10)
			h.note(e)
		}
	}
	h.closeBy(asOf)

	form := agreementtest.Reply{ID: in.ID, Agreement: in.Agreement, AsOf: in.AsOf, Clocks: []slowClock{}, Readings: readings}
	out := slowReply{Reply: form, asOf: asOf}
	if len(h.events) == 0 {
		return out
	}
	out.Severity = slowLevels[h.after[len(h.after)-1].level]
	out.Clocks = h.clocks(asOf)
	for _, c := range out.Clocks {
		if c.Due == nil || c.Stopped != nil || c.Due.Before(asOf) {
			continue
		}
		if out.Next == nil || c.Due.Before(out.Next.At) {
			out.Next = &slowNext{At: *c.Due, What: c.Metric + " due"}
		}
	}
	return out
}

// note writes an event down with what holds after it.
func (h *slowHistory) note(e slowEvent) {
	var now slowFacts
	if len(h.after) > 0 {
		now = h.after[len(h.after)-1]
	}
	switch {
	case e.Kind == "reported":
		now = slowFacts{level: e.level(), open: true}
	case e.Kind == "severity_changed":
		now.level = e.level() // after the end too: the label alone (T9)
	case !now.open && e.Kind == "reopened":
		now.open, now.sent, now.dev = true, false, nil // T10; what was asked for is still missing
	case !now.open:
		// T9: nothing else means anything any more
	case e.Kind == "resolved", e.Kind == "closed", e.Kind == slowClosing:
		now.open = false
	case e.Kind == "forwarded":
		now.sent = true
	case e.Kind == "info_requested":
		now.asked = true
	case e.Kind == "info_received":
		now.asked = false
	case e.Kind == "development_required" && now.dev == nil:
		now.dev = &e.At
	}
	h.events, h.after = append(h.events, e), append(h.after, now)
}

// closeBy writes down the closing that happens by itself, if it is due at t or
// before.
func (h *slowHistory) closeBy(t time.Time) {
	for i := len(h.events) - 1; i >= 0; i-- {
		if h.silences(i) {
			return
		}
		if h.tells(i) {
			if at := h.closing(i); !at.After(t) {
				h.note(slowEvent{At: at, Kind: slowClosing})
			}
			return
		}
	}
}
