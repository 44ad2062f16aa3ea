package lint

import (
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// checkEvents looks at what the events of a metric do.
func (v *view) checkEvents(f *found, metric int) {
	m, at := &v.Metrics[metric], v.metrics[metric].at
	if len(m.Targets) == 0 {
		return
	}
	list := func(s policy.Kinds) string { return strings.Join(v.names(s), ", ") }
	switch last := v.Halt | ended; {
	case m.Start == 0:
		f.say(Error, "clock-never-runs", at, "nothing starts "+m.Name, "it has targets, and no ticket ever has such a clock", "name the events that start it, such as reported and reopened")
	case m.Start&^last == 0:
		f.say(Error, "clock-never-runs", at+".start", m.Name+" starts only with events that end it",
			"a clock that starts with "+list(m.Start)+" is cancelled by that same event", "name an event that comes before the end")
	case m.Start&ended != 0:
		f.say(Warning, "clock-never-runs", at+".start", m.Name+" starts with an event that ends the ticket too: "+list(m.Start&ended),
			"such a clock is cancelled by that same event (T9)", "leave the event out")
	}
	switch {
	case m.Pause != 0 && m.Resume&^(v.Halt|ended) == 0:
		why := "nothing is in resume"
		if m.Resume != 0 {
			why = "what is in resume (" + list(m.Resume) + ") ends the clock"
		}
		f.say(Error, "pause-never-resumes", at+".pause", m.Name+" pauses and cannot go on: "+why,
			"once "+list(m.Pause)+" has come the clock stands still until the ticket ends, and is never breached", "name in resume the event that ends the pause")
	case m.Pause == 0 && m.Resume != 0:
		f.say(Warning, "resume-without-pause", at+".resume", m.Name+" resumes and never pauses", list(m.Resume)+" does nothing to it", "name in pause the event that begins the pause, or leave resume out")
	}
	switch {
	case m.Ends && m.Stop == 0:
	case m.Stop == 0:
		f.say(Warning, "clock-never-stops", at, "nothing does what "+m.Name+" promises", "its clocks are breached or cancelled, and never met", "name in stop the events that do it")
	case m.Stop&^policy.On(policy.Closed) == 0:
		f.say(Warning, "stop-after-end", at+".stop", m.Name+" stops with closed alone",
			"a ticket that is resolved has ended then and its clock is cancelled; the closing after it stops nothing (T9)", "add resolved")
	}
	if both := m.Stop & m.Cancel; both != 0 {
		f.say(Warning, "cancel-after-stop", at+".cancel", m.Name+" has "+list(both)+" in stop and in cancel",
			"it stops the clock first, and there is nothing left to cancel", "leave it out of one of the two")
	}
	if m.Unasked != 0 && v.Asked == 0 {
		f.say(Warning, "never-asked", at+".unasked", "nothing is ever asked of the customer", list(m.Unasked)+" starts clocks as if it did not stand in unasked", "name the events of asked, or leave unasked out")
	}
	if m.Unasked != 0 && v.Asked != 0 && v.Given&^(v.Asked|ended) == 0 {
		f.say(Error, "never-given", at+".unasked", "what is asked of the customer can never come",
			"once "+list(v.Asked)+" has come, "+list(m.Unasked)+" starts no clock any more", "name in given the event with which it has come")
	}
}

// checkTicketEvents looks at the events of the whole ticket.
func (v *view) checkTicketEvents(f *found) {
	if both := v.Asked & v.Given; both != 0 {
		f.say(Warning, "asked-and-given", "given", strings.Join(v.names(both), ", ")+" is in asked and in given", "it counts as asked, and never as given", "leave it out of one of the two")
	}
	if both := v.Test & v.Failed; both != 0 {
		f.say(Warning, "test-and-failed", "failed", strings.Join(v.names(both), ", ")+" is in test and in failed", "it halts ladders, and never lets them go on", "leave it out of one of the two")
	}
	if len(v.Ladders) == 0 {
		return
	}
	if v.Test != 0 && v.Failed&^(v.Test|ended) == 0 {
		f.say(Error, "pause-never-resumes", "test", "ladders halt and cannot go on: nothing is in failed that could resume them",
			"once "+strings.Join(v.names(v.Test), ", ")+" has come nobody is told any more, however long the ticket stays open", "name in failed the event with which the customer's test fails")
	}
}

// checkGate looks for a gate that can never open.
func (v *view) checkGate(f *found, c *clock) {
	switch e := c.Gate.Event; {
	case e == policy.Reported:
		f.say(Error, "gate-never-opens", c.place+".gate", "the clock waits for the report, which has been",
			fmt.Sprintf("a ticket reported on %s as %v waits for ever", v.morning(), c.level), "leave the event out: clocks start with the report")
	case e != 0 && ended.Has(e):
		f.say(Error, "gate-never-opens", c.place+".gate", "the clock waits for "+v.kind(e)+", which ends the ticket",
			"it starts and is cancelled by that same event (T9)", "wait for an event that comes before the end")
	}
}
