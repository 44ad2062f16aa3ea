package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// checkEvents checks what the events of a metric do.
func (v *view) checkEvents(f *found, metric int) {
	m, at := &v.Metrics[metric], v.metrics[metric].at
	if len(m.Targets) == 0 {
		return
	}
	list := func(s policy.Kinds) string { return strings.Join(v.names(s), ", ") }
	switch last := v.over(); {
	case m.Start == 0:
		f.say(Error, "clock-never-runs", at, "nothing starts "+m.Name, "it has targets, and no ticket ever has such a clock", "name the events that start it, such as reported and reopened")
	case m.Start&^last == 0:
		f.say(Error, "clock-never-runs", at+".start", m.Name+" starts only with events that end it",
			"a clock that starts with "+list(m.Start)+" is cancelled by that same event", "name an event that comes before the end")
	case m.Start&ended != 0:
		f.say(Warning, "clock-never-runs", at+".start", m.Name+" starts with an event that ends the ticket too: "+list(m.Start&ended),
			"such a clock is cancelled by that same event (T9)", "leave the event out")
	}
	v.checkPause(f, m, at)
	switch stop := m.Stop &^ unheard; {
	case m.Ends && stop == 0:
		v.idle(f, at+".stop", m.Name+" has", "stop", m.Stop)
	case m.Stop == 0:
		f.say(Warning, "clock-never-stops", at, "nothing does what "+m.Name+" promises", "its clocks are breached or cancelled, and never met", "name in stop the events that do it")
	case stop == 0:
		f.say(Warning, "clock-never-stops", at+".stop", "nothing does what "+m.Name+" promises: "+list(m.Stop)+" does nothing to an open ticket",
			"its clocks are breached or cancelled, and never met: "+whyIdle(m.Stop), "name in stop the events that do it")
	case stop&^policy.On(policy.Closed) == 0:
		f.say(Warning, "stop-after-end", at+".stop", m.Name+" stops with closed alone",
			"a ticket that is resolved has ended then and its clock is cancelled; the closing after it stops nothing (T9)", "add resolved")
		fallthrough
	default:
		v.idle(f, at+".stop", m.Name+" has", "stop", m.Stop&unheard)
	}
	if m.Start.Has(policy.Reported) && m.Stop.Has(policy.Responded) && !(m.Stop | m.Cancel).Has(policy.Resolved) && !m.Renew {
		f.say(Note, "resolved-cancels", at+".stop", m.Name+" stops with responded, and not with resolved",
			"of a ticket that is resolved in time, before anybody has responded, it is cancelled and not met (T9)",
			"add resolved to stop, or, where that is meant, to cancel")
	}
	v.idle(f, at+".cancel", m.Name+" has", "cancel", m.Cancel&unheard)
	if both := m.Stop & m.Cancel &^ unheard; both != 0 {
		f.say(Warning, "cancel-after-stop", at+".cancel", m.Name+" has "+list(both)+" in stop and in cancel",
			"it stops the clock first, and there is nothing left to cancel", "leave it out of one of the two")
	}
	v.idle(f, at+".restart", m.Name+" has", "restart", m.Restart&unheard)
	v.idle(f, at+".unasked", m.Name+" has", "unasked", m.Unasked&unheard)
	switch unasked := m.Unasked &^ unheard; {
	case unasked == 0:
	case v.Asked&^unheard == 0:
		f.say(Warning, "never-asked", at+".unasked", "nothing is ever asked of the customer", list(unasked)+" starts clocks as if it did not stand in unasked", "name the events of asked, or leave unasked out")
	case v.Given&^(v.Asked|ended|unheard) == 0:
		f.say(Error, "never-given", at+".unasked", "what is asked of the customer can never come",
			"once "+list(v.Asked&^unheard)+" has come, "+list(unasked)+" starts no clock any more", "name in given the event with which it has come")
	}
}

// checkPause checks what pauses a metric, and what ends the pause.
func (v *view) checkPause(f *found, m *policy.Metric, at string) {
	list := func(s policy.Kinds) string { return strings.Join(v.names(s), ", ") }
	over := v.over()
	pause, resume := m.Pause&^(over|unheard), m.Resume&^(over|unheard)
	v.idle(f, at+".pause", m.Name+" has", "pause", m.Pause&^pause)
	if pause == 0 || resume != 0 {
		v.idle(f, at+".resume", m.Name+" has", "resume", m.Resume&unheard)
	}
	switch {
	case pause != 0 && resume == 0:
		why := "nothing is in resume"
		switch ends, idle := m.Resume&over, m.Resume&unheard; {
		case ends != 0 && idle != 0:
			why = "what is in resume (" + list(m.Resume) + ") ends the clock, or does nothing to an open ticket"
		case idle != 0:
			why = "what is in resume (" + list(m.Resume) + ") does nothing to an open ticket"
		case ends != 0:
			why = "what is in resume (" + list(m.Resume) + ") ends the clock"
		}
		f.say(Error, "pause-never-resumes", at+".pause", m.Name+" pauses and cannot go on: "+why,
			"once "+list(pause)+" has come the clock stands still until the ticket ends, and is never breached", "name in resume the event that ends the pause")
	case m.Pause == 0 && resume != 0:
		f.say(Warning, "resume-without-pause", at+".resume", m.Name+" resumes and never pauses", list(m.Resume)+" does nothing to it", "name in pause the event that begins the pause, or leave resume out")
	}
}

// unheard are the events that do nothing to an open ticket, whatever list they are in: there
// is one report, before all other events (T3), and a reopening begins a new life after the
// ticket's end, and changes nothing before it (T10). They still start clocks.
const unheard = policy.Report

// over returns the events that end all clocks of an open ticket.
func (v *view) over() policy.Kinds { return v.Halt&^unheard | ended }

// idle reports events in a list in which they do nothing.
func (v *view) idle(f *found, place, who, in string, s policy.Kinds) {
	if s == 0 {
		return
	}
	names := v.names(s)
	remedy := "leave it out"
	if len(names) > 1 {
		remedy = "leave them out"
	}
	f.say(Warning, "event-does-nothing", place, who+" "+strings.Join(names, ", ")+" in "+in+", where that does nothing", whyIdle(s), remedy+", or name the event that was meant")
}

// whyIdle says why events do nothing to an open ticket.
func whyIdle(s policy.Kinds) string {
	var why []string
	if s.Has(policy.Reported) {
		why = append(why, "a ticket is reported once, before anything else (T3)")
	}
	if s.Has(policy.Reopened) {
		why = append(why, "a reopening of an open ticket changes nothing, and one after the end begins the next clocks (T10)")
	}
	if s&^unheard != 0 {
		why = append(why, "what ends a clock leaves nothing to change (T4)")
	}
	return strings.Join(why, "; ")
}

// checkTicketEvents checks the events of the whole ticket.
func (v *view) checkTicketEvents(f *found) {
	asked, given := v.Asked&^unheard, v.Given&^(v.Asked|ended|unheard)
	test, failed := v.Test&^(ended|unheard), v.Failed&^(v.Test|ended|unheard)
	unasks := slices.ContainsFunc(v.Metrics, func(m policy.Metric) bool { return len(m.Targets) > 0 && m.Unasked&^unheard != 0 })
	idle := func(in string, s policy.Kinds) { v.idle(f, in, "the agreement has", in, s) }
	idle("halt", v.Halt&unheard)
	idle("switch", v.Switch&unheard)
	// If nothing else is in a list, the consequence of that is reported instead.
	if asked != 0 || !unasks {
		idle("asked", v.Asked&unheard)
	}
	if given != 0 || asked == 0 || !unasks {
		idle("given", v.Given&unheard)
	}
	idle("test", v.Test&^test)
	if failed != 0 || test == 0 || len(v.Ladders) == 0 {
		idle("failed", v.Failed&unheard)
	}
	if both := asked & v.Given; both != 0 {
		f.say(Warning, "asked-and-given", "given", strings.Join(v.names(both), ", ")+" is in asked and in given", "it counts as asked, and never as given", "leave it out of one of the two")
	}
	if both := test & v.Failed; both != 0 {
		f.say(Warning, "test-and-failed", "failed", strings.Join(v.names(both), ", ")+" is in test and in failed", "it halts ladders, and never lets them go on", "leave it out of one of the two")
	}
	if len(v.Ladders) > 0 && test != 0 && failed == 0 {
		f.say(Error, "pause-never-resumes", "test", "ladders halt and cannot go on: nothing is in failed that could resume them",
			"once "+strings.Join(v.names(test), ", ")+" has come nobody is told any more, however long the ticket stays open", "name in failed the event with which the customer's test fails")
	}
}

// ladderInPause is reported once for each document.
const ladderInPause = "ladder-in-pause"

// checkLadderInPause looks for a clock that pauses while the ladder of its level continues.
func (v *view) checkLadderInPause(f *found) {
	for i := range v.Metrics {
		m := &v.Metrics[i]
		pause := m.Pause &^ (v.over() | unheard | v.Test)
		if pause == 0 || m.Ends {
			continue
		}
		for k := range v.Ladders {
			level, err := v.Scale.Parse(v.Ladders[k].Level)
			if err != nil || v.promise(i, level) == nil {
				continue
			}
			names := strings.Join(v.names(pause), ", ")
			f.say(Note, ladderInPause, v.ladders[k], fmt.Sprintf("the ladder goes on while %s pauses: test lacks %s", m.Name, names),
				"the time of a pause counts for the ladder, and people are told of a ticket whose clock stands still",
				"nothing if that is meant, or name "+names+" in test, and in failed what ends the pause")
			return
		}
	}
}

// checkGate looks for a gate that can never open for a report.
func (v *view) checkGate(f *found, c *clock, start policy.Kinds) {
	e := c.Gate.Event
	if !start.Has(policy.Reported) {
		return // any other start passes it
	}
	waits := fmt.Sprintf("a ticket reported on %s as %v waits for ever", v.morning(), c.level)
	switch {
	case e == policy.Reported:
		f.say(Error, "gate-never-opens", c.place+".gate", "the clock waits for the report, which has been", waits, "leave the event out: clocks start with the report")
	case e == policy.Reopened:
		f.say(Error, "gate-never-opens", c.place+".gate", "the clock waits for a reopening, which comes after the end alone",
			waits+": a reopening of an open ticket changes nothing (T10)", "wait for an event that comes before the end, or let reopened alone start the clock")
	case e != 0 && v.over().Has(e):
		what := "ends the ticket"
		rule := " (T9)"
		if !ended.Has(e) {
			what, rule = "ends all clocks", ""
		}
		f.say(Error, "gate-never-opens", c.place+".gate", "the clock waits for "+v.kind(e)+", which "+what,
			"it starts and is cancelled by that same event"+rule, "wait for an event that comes before the end")
	}
}
