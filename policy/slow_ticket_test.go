package policy_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// slowKinds are the kinds that can mean anything to a metric of a story, two of
// the agreement's own among them.
func slowKinds() []policy.Kind {
	first, _ := policy.Own(0)
	second, _ := policy.Own(1)
	return []policy.Kind{policy.Registered, policy.Contacted, policy.Responded, policy.Updated, policy.InfoRequested, policy.InfoReceived,
		policy.CustomerReplied, policy.WorkaroundAccepted, policy.ResolutionProposed, policy.DevelopmentRequired, policy.Forwarded, first, second}
}

// drawKinds draws a few kinds out of some.
func drawKinds(t *rapid.T, from []policy.Kind, most int, label string) policy.Kinds {
	var all policy.Kinds
	for range rapid.IntRange(0, most).Draw(t, label) {
		all |= policy.On(rapid.SampledFrom(from).Draw(t, label))
	}
	return all
}

func drawChannels(t *rapid.T, label string) policy.Channels {
	return rapid.SampledFrom([]policy.Channels{policy.By(policy.Phone), policy.By(policy.Email), policy.By(policy.Email, policy.Portal)}).Draw(t, label)
}

func drawGate(t *rapid.T, calendars []string) policy.Gate {
	switch rapid.IntRange(0, 5).Draw(t, "gate") {
	case 3:
		return policy.Gate{Event: policy.Registered}
	case 4, 5:
		g := policy.Gate{Accepts: drawChannels(t, "accepts"), WaitsFor: policy.Email}
		if g.Accepts.Accept(policy.Phone) {
			g.WaitsFor = policy.Phone
		}
		if rapid.Bool().Draw(t, "off days") {
			g.OffDays, g.Opens = rapid.SampledFrom(calendars).Draw(t, "off days"), rapid.Bool().Draw(t, "opens")
		}
		return g
	}
	return policy.Gate{}
}

func drawTarget(t *rapid.T, level string, n int, calendars []string, desks map[string]*slowDesk) policy.Target {
	g := policy.Target{Level: level, Calendar: rapid.SampledFrom(calendars).Draw(t, "calendar"), Clause: fmt.Sprint("SLO-", n),
		Gate: drawGate(t, calendars), NextOpening: rapid.IntRange(0, 3).Draw(t, "next opening") == 3}
	if rapid.IntRange(0, 5).Draw(t, "stop by") == 5 {
		g.StopBy = drawChannels(t, "stop by")
	}
	switch rapid.IntRange(0, 3).Draw(t, "measure") {
	case 2:
		g.Measure = policy.Measure{Days: rapid.IntRange(1, 4).Draw(t, "days"), Convention: calendar.Convention(rapid.IntRange(0, 2).Draw(t, "convention"))}
		if desks[g.Calendar].regular == 0 && g.Measure.Convention == calendar.WorkingTime {
			g.Measure.Convention = calendar.SameTime
		}
		g.FromOpening = rapid.IntRange(0, 3).Draw(t, "from opening") == 3
	case 3:
		g.Measure = policy.Measure{CalendarDays: rapid.IntRange(1, 5).Draw(t, "calendar days")}
		if rapid.Bool().Draw(t, "same time") {
			g.Measure.Convention = calendar.SameTime
		}
		g.FromOpening = rapid.IntRange(0, 3).Draw(t, "from opening") == 3
	default:
		g.Measure = policy.Measure{Time: time.Duration(rapid.IntRange(1, 80).Draw(t, "ticks")) * tick}
		if rapid.IntRange(0, 2).Draw(t, "after") == 2 {
			g.After = rapid.SampledFrom(calendars).Draw(t, "after")
		}
	}
	return g
}

// A metricDrawer draws the metric at a place of an agreement.
type metricDrawer func(t *rapid.T, i int, levels []string, calendars []string, desks map[string]*slowDesk) policy.Metric

// drawPausing draws a metric that does little but pause and go on.
func drawPausing(t *rapid.T, i int, levels []string, calendars []string, desks map[string]*slowDesk) policy.Metric {
	m := policy.Metric{Name: string(rune('p' + i)), Start: policy.Report, Stop: policy.On(policy.Responded, policy.Resolved),
		Pause: policy.On(policy.InfoRequested), Resume: policy.On(policy.InfoReceived), Continue: rapid.Bool().Draw(t, "continue"), Steady: rapid.IntRange(0, 6).Draw(t, "steady") == 6}
	if rapid.IntRange(0, 2).Draw(t, "restarts") == 2 {
		m.Start |= policy.On(policy.Updated)
		m.Restart = policy.On(policy.Updated)
	}
	for n, level := range levels {
		g := drawTarget(t, level, 10*i+n, calendars, desks)
		g.Gate, g.StopBy = policy.Gate{}, 0
		if g.Measure.Time > 0 && g.After == "" {
			g.After = rapid.SampledFrom(calendars).Draw(t, "after")
		}
		m.Targets = append(m.Targets, g)
	}
	return m
}

// drawMetric draws any metric, but for what the words leave open or the engine
// reads otherwise than the twin, which is for stories to settle:
//
//   - StopBy where a raise can keep a clock whose level has no target.
func drawMetric(t *rapid.T, i int, levels []string, calendars []string, desks map[string]*slowDesk) policy.Metric {
	kinds := slowKinds()
	m := policy.Metric{Name: string(rune('p' + i)), Start: policy.Report}
	flag := func(name string, oneIn int) bool { return rapid.IntRange(1, oneIn).Draw(t, name) == oneIn }
	if flag("no report", 4) {
		m.Start = policy.On(rapid.SampledFrom(kinds).Draw(t, "start"))
	}
	m.Start |= drawKinds(t, kinds, 2, "starts")
	if m.Start == 0 {
		m.Start = policy.Report
	}
	ends := append([]policy.Kind{policy.Resolved}, kinds...)
	m.Stop = drawKinds(t, ends, 3, "stops")
	m.Cancel = drawKinds(t, kinds, 1, "cancels")
	if flag("pauses", 2) {
		m.Pause = drawKinds(t, kinds, 2, "pauses")
		m.Resume = drawKinds(t, kinds, 2, "resumes") &^ m.Pause
	}
	for _, k := range kinds {
		if m.Start.Has(k) && flag("restarts", 4) {
			m.Restart |= policy.On(k)
		}
		if m.Start.Has(k) && flag("unasked", 4) {
			m.Unasked |= policy.On(k)
		}
	}
	m.Once, m.Renew, m.Steady, m.Continue = flag("once", 3), flag("renew", 3), flag("steady", 5), flag("continue", 3)
	if flag("ends", 8) {
		m.Ends, m.Steady, m.Continue = true, true, false
	}
	for n, level := range levels {
		if !flag("no target", 4) {
			g := drawTarget(t, level, 10*i+n, calendars, desks)
			m.Targets = append(m.Targets, g)
		}
	}
	for n := range m.Targets {
		if len(m.Targets) < len(levels) {
			m.Targets[n].StopBy = 0
		}
	}
	return m
}

// drawAgreement draws an agreement, and the twin's view of its calendars.
func drawAgreement(t *rapid.T, base time.Time, zones map[string]*slowZone, draw metricDrawer) (policy.Agreement, map[string]*slowDesk) {
	levels := []string{"High", "Mid", "Low"}[:rapid.IntRange(1, 3).Draw(t, "levels")]
	scale, err := severity.NewScale("slow", levels...)
	if err != nil {
		t.Fatal(err)
	}
	a := policy.Agreement{Name: "slow", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{}, Events: []string{"vendor_asked", "vendor_answered"},
		SeverityChange: severity.Mode(rapid.IntRange(0, 2).Draw(t, "mode"))}
	desks := map[string]*slowDesk{}
	names := []string{"one", "two", "three"}[:rapid.IntRange(1, 3).Draw(t, "calendars")]
	for _, name := range names {
		cfg := drawConfig(t, base, name)
		if a.Calendars[name], err = calendar.New(cfg); err != nil {
			t.Fatal(err)
		}
		desks[name] = newSlowDesk(zones[cfg.Zone], cfg)
	}
	if rapid.Bool().Draw(t, "lowering") && len(levels) > 1 {
		a.Lowering, err = severity.NewLowering(scale, severity.LoweringConfig{Kind: severity.OneLevel, Clause: "SLO-6", Reason: "less grave"})
		if err != nil {
			t.Fatal(err)
		}
	}
	if rapid.Bool().Draw(t, "switch") {
		a.Switch = policy.On(policy.DevelopmentRequired)
	}
	if rapid.Bool().Draw(t, "halt") {
		a.Halt = policy.On(policy.Forwarded)
	}
	if rapid.Bool().Draw(t, "asked") {
		a.Asked, a.Given = policy.On(policy.InfoRequested), policy.On(policy.InfoReceived)
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "metrics") {
		m := draw(t, i, levels, names, desks)
		m.Ends = m.Ends && i == 0
		a.Metrics = append(a.Metrics, m)
	}
	return a, desks
}

// drawTicket draws a ticket, and the tick to ask at.
func drawTicket(t *rapid.T, p *policy.Policy, base time.Time, desks map[string]*slowDesk, kinds []policy.Kind, most int) ([]policy.Event, int) {
	instant := func(i int) time.Time { return base.Add(time.Duration(i) * tick) }
	levels := p.Scale().Levels()
	const from, through = 7 * 96, 16 * 96
	event := policy.Event{At: instant(rapid.IntRange(from, from+3*96).Draw(t, "reported")), Kind: policy.Reported,
		Severity: rapid.SampledFrom(levels).Draw(t, "level"), Channel: policy.Channel(rapid.IntRange(1, 3).Draw(t, "by"))}
	first := int(event.At.Sub(base) / tick)
	hot, last := []int{first}, first
	if a, err := p.Evaluate([]policy.Event{event}, event.At); err == nil {
		for _, c := range a.Clocks {
			if due, ok := c.Due.Get(); ok {
				hot = append(hot, int(due.Sub(base)/tick), int(due.Sub(base)/tick)+1)
			}
		}
		if c, ok := a.Next.Get(); ok {
			hot = append(hot, int(c.At.Sub(base)/tick))
		}
	}
	for _, name := range []string{"one", "two", "three"} {
		if d := desks[name]; d != nil {
			i := rapid.IntRange(first, through).Draw(t, "edge")
			open := d.opening(i)
			hot = append(hot, open, d.add(open, 1), i)
		}
	}
	when := func(label string) int {
		switch i := last + rapid.SampledFrom([]int{0, 0, 0, 1, 3, 8, 17, 32, 64, 96, 200}).Draw(t, label); {
		case i > last:
			last = min(i, through)
		case rapid.Bool().Draw(t, label):
			last = min(max(first, rapid.SampledFrom(hot).Draw(t, label)), through)
		}
		return last
	}
	events := []policy.Event{event}
	for range rapid.IntRange(most/3, most).Draw(t, "events") {
		e := policy.Event{At: instant(when("at")), Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
		switch e.Kind {
		case policy.SeverityChanged:
			e.Severity = rapid.SampledFrom(levels).Draw(t, "level")
		case policy.Contacted, policy.Responded, policy.Reopened:
			e.Channel = policy.Channel(rapid.IntRange(0, 3).Draw(t, "channel"))
		}
		events = append(events, e)
	}
	return events, min(when("as of")+rapid.SampledFrom([]int{0, 0, 1, 40, 200}).Draw(t, "later"), 20*96)
}
