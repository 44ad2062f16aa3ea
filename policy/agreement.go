package policy

import (
	"fmt"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// An Agreement is what a supplier promises to a customer, as data: under one
// choice of the open readings and with all that depends on the customer filled
// in. It is checked and made usable by [New], which refuses the zero Agreement: it
// has no name.
type Agreement struct {
	Name      string
	Scale     *severity.Scale
	Location  *time.Location                // in which answers are printed
	Calendars map[string]*calendar.Calendar // by the names that targets use
	Metrics   []Metric                      // in the order in which answers list them
	// Events are the names of events that the agreement has besides those that
	// all agreements have; see [Own] for their kinds. Such an event does what
	// the agreement says, and nothing else.
	Events []string
	// Lowering is what an accepted workaround makes of the levels; the zero
	// Lowering lowers nothing.
	Lowering severity.Lowering
	// Halt has the events from which on nothing is owed until a reopening.
	Halt Kinds
	// Switch has the events from which on targets are counted on their After
	// calendar, until a reopening. SwitchClause is the clause that says so, for
	// reasons; if it is empty they cite that of the target.
	Switch       Kinds
	SwitchClause string
	// Asked and Given have the events with which something is asked of the
	// customer, and has come; see [Metric.Unasked].
	Asked, Given Kinds
	// Lacking has, by name, calendars that cannot be made, and why: a ticket of
	// which a clock runs on one gets this error.
	Lacking map[string]error
	// Ladders are who is told while a ticket of a level stays open. A ladder
	// halts with an event of Test, while the customer tests, and goes on with
	// one of Failed.
	Ladders      []LevelLadder
	Test, Failed Kinds
	// Regions own the tickets; nil if there is no ownership.
	Regions *escalation.Regions
	// Roaming are the levels at which a ticket is handed over round the clock;
	// at the others the default region keeps it.
	Roaming []string
	// ReportNeedsChannel says that a clause asks for the channel of a report, so
	// that one without it is an error.
	ReportNeedsChannel bool
	SeverityChange     severity.Mode // what a change does to a running clock (G8)
	Choices            Choices       // the open readings, with the values picked
}

// A LevelLadder is the ladder of one level. The zero LevelLadder names no level,
// which [New] refuses.
type LevelLadder struct {
	Level  string
	Ladder escalation.Ladder
	Gate   Gate // what a report must be for the ladder to start
}

// A Policy is an [Agreement] made ready to evaluate tickets. It never changes
// and is safe for concurrent use. It is made by [New]; the zero Policy refuses
// every ticket.
type Policy struct {
	agreement Agreement
	choices   Choices          // those that can touch a ticket
	metrics   []metric         // as in the Agreement
	lower     []severity.Level // by rank: what a workaround makes of it
	ladders   []*LevelLadder   // by rank; nil where the level has none
	roams     []bool           // by rank
	handOvers []string         // by region: "hand-over to EMEA"
	gates     Kinds            // the events that gates wait for
	heard     [64]uint32       // by kind of event: bit m: it can do something to metric m
	automatic bool             // something can happen without an event
	successor *succession      // the version to which open tickets go over, if they do
	followed  bool             // some metric has thresholds
}

// A metric is a Metric with its targets by rank.
type metric struct {
	Metric
	targets []*target // by rank; nil where the level has none
	// What an answer says of the next change, put together once.
	starts, falls string   // "response starts", "response due"
	holds         []uint64 // by threshold: the levels at which it holds, by rank
}

// A target is a Target with what its names stand for.
type target struct {
	Target
	level    severity.Level
	calendar *calendar.Calendar
	after    *calendar.Calendar // nil if it stays on calendar
	missing  error              // why there is no calendar
	lacking  error              // why there is no after where there should be one
	offDays  *calendar.Calendar // of the gate; nil if it has none
	everyDay *calendar.Calendar // of calendar days at the same time: open every day, in the zone of calendar
	text     string             // the measure
	plain    bool               // it is a working time on calendar and nothing else
}

// New checks an agreement and makes a [Policy] of it. The error is an
// [ErrAgreement] and says what is wrong where. The Policy keeps what a points
// to, which must not change any more.
func New(a Agreement) (*Policy, error) {
	p := &Policy{agreement: a, choices: a.Choices.Tickets()}
	switch {
	case a.Name == "":
		return nil, wrong("name", "", "is missing")
	case a.Scale == nil || a.Scale.Len() == 0:
		return nil, wrong("scale", "", "is missing; an agreement has at least one level")
	case a.Location == nil:
		return nil, wrong("location", "", "is missing; answers are printed in it")
	case !a.SeverityChange.IsValid():
		return nil, wrong("severity_change", a.SeverityChange.String(), "is not a mode")
	}
	p.lower = make([]severity.Level, a.Scale.Len()+1)
	if on := a.Lowering.Scale(); on != nil && on != a.Scale {
		return nil, wrong("lowering", "", "is of another scale than the agreement's")
	}
	for _, level := range a.Scale.Levels() {
		if low, lowers := a.Lowering.After(level); lowers {
			p.lower[level.Rank()] = low
		}
	}
	if err := a.checkEvents(); err != nil {
		return nil, err
	}
	if err := p.escalate(); err != nil {
		return nil, err
	}
	for i, m := range a.Metrics {
		place := fmt.Sprintf("metrics[%d]", i)
		if m.Name == "" {
			return nil, wrong(place+".name", "", "is missing")
		}
		if len(p.metrics) == maxMetrics {
			return nil, wrong(place, m.Name, fmt.Sprintf("is one too many; an agreement has at most %d metrics", maxMetrics))
		}
		for _, other := range p.metrics {
			if other.Name == m.Name {
				return nil, wrong(place+".name", m.Name, "is the name of two metrics")
			}
		}
		if err := a.checkMetric(place, m); err != nil {
			return nil, err
		}
		compiled := metric{Metric: m, targets: make([]*target, a.Scale.Len()+1), starts: m.Name + " starts", falls: m.Name + " due"}
		for k, t := range m.Targets {
			c, err := a.compile(fmt.Sprintf("%s.targets[%d]", place, k), t)
			if err != nil {
				return nil, err
			}
			if compiled.targets[c.level.Rank()] != nil {
				return nil, wrong(fmt.Sprintf("%s.targets[%d].level", place, k), t.Level, "has two targets")
			}
			compiled.targets[c.level.Rank()] = c
			if c.Gate.Event != 0 {
				p.gates |= On(c.Gate.Event)
			}
			p.automatic = p.automatic || c.Gate.Opens || m.Ends
		}
		for _, h := range m.Thresholds {
			compiled.holds, p.followed = append(compiled.holds, a.levels(h.Levels)), true
		}
		for k := range p.heard {
			if (m.Start | m.Restart | m.Resume | m.Stop | m.Cancel | m.Pause).Has(Kind(k)) {
				p.heard[k] |= 1 << i
			}
		}
		p.metrics = append(p.metrics, compiled)
	}
	return p, nil
}

// escalate checks ladders and roaming levels.
func (p *Policy) escalate() error {
	a := &p.agreement
	p.ladders, p.roams = make([]*LevelLadder, a.Scale.Len()+1), make([]bool, a.Scale.Len()+1)
	for i := range a.Ladders {
		l := &a.Ladders[i]
		place := fmt.Sprintf("ladders[%d]", i)
		level, err := a.Scale.Parse(l.Level)
		switch {
		case err != nil:
			return wrong(place+".level", l.Level, "is not a level")
		case p.ladders[level.Rank()] != nil:
			return wrong(place+".level", l.Level, "has two ladders")
		case len(l.Ladder.Steps) != len(a.Ladders[0].Ladder.Steps):
			return wrong(place+".ladder", strconv.Itoa(len(l.Ladder.Steps))+" steps", "are not as many as those of ladders[0]; a ticket has one ladder, whose steps a change of level moves")
		case l.Gate.Event != 0 || l.Gate.OffDays != "":
			return wrong(place+".gate", "", "can wait for a channel only")
		}
		if err := l.Ladder.Check(); err != nil {
			return wrong(place+".ladder", "", err.Error())
		}
		p.ladders[level.Rank()] = l
	}
	if a.Regions != nil {
		if err := a.Regions.Check(); err != nil {
			return wrong("regions", "", err.Error())
		}
		for _, r := range a.Regions.List {
			p.handOvers = append(p.handOvers, handOver+r.Name)
		}
	}
	for i, name := range a.Roaming {
		level, err := a.Scale.Parse(name)
		if err != nil {
			return wrong(fmt.Sprintf("roaming[%d]", i), name, "is not a level")
		}
		p.roams[level.Rank()] = true
	}
	return nil
}

// compile checks a target and looks its names up.
func (a *Agreement) compile(place string, t Target) (*target, error) {
	level, err := a.Scale.Parse(t.Level)
	if err != nil {
		return nil, wrong(place+".level", t.Level, "is not a level")
	}
	c := &target{Target: t, level: level, text: t.Measure.String()}
	c.calendar, c.after, c.offDays = a.Calendars[t.Calendar], a.Calendars[t.After], a.Calendars[t.Gate.OffDays]
	c.missing, c.lacking = a.Lacking[t.Calendar], a.Lacking[t.After]
	switch m := t.Measure; {
	case c.calendar == nil && c.missing == nil:
		return nil, wrong(place+".calendar", t.Calendar, "is not a calendar of the agreement")
	case t.After != "" && c.after == nil && c.lacking == nil:
		return nil, wrong(place+".after", t.After, "is not a calendar of the agreement")
	case t.Gate.OffDays != "" && c.offDays == nil:
		return nil, wrong(place+".gate.off_days", t.Gate.OffDays, "is not a calendar of the agreement")
	case !m.valid():
		return nil, wrong(place+".measure", m.String(), "must have exactly one of a time, business days and calendar days, more than none")
	case t.After != "" && m.Time == 0:
		return nil, wrong(place+".after", t.After, "is for working time only, not for days")
	case m.CalendarDays != 0 && m.Convention != calendar.CloseOfBusiness && m.Convention != calendar.SameTime:
		return nil, wrong(place+".measure", m.Convention.String(), "is for business days; calendar days end with the day, or at the same time")
	case t.FromOpening && m.Time != 0:
		return nil, wrong(place+".from_opening", m.String(), "is working time, which passes from the next opening anyhow")
	case t.Clause == "":
		return nil, wrong(place+".clause", "", "is missing; every target cites the clause that promises it")
	case t.Gate.Event != 0 && a.checkKinds("", On(t.Gate.Event)) != nil:
		return nil, wrong(place+".gate.event", t.Gate.Event.String(), "is not an event of the agreement")
	case t.Gate.Accepts != 0 && t.Gate.WaitsFor == 0:
		return nil, wrong(place+".gate", "", "must say for which channel it waits")
	case t.Gate.Accepts != 0 && !t.Gate.Accepts.Accept(t.Gate.WaitsFor):
		return nil, wrong(place+".gate", t.Gate.WaitsFor.String(), "is waited for, and not accepted")
	}
	c.plain = t.Measure.Time > 0 && t.After == "" && !t.NextOpening
	if m := t.Measure; m.CalendarDays != 0 && m.Convention == calendar.SameTime && c.calendar != nil {
		if c.everyDay, err = calendar.New(calendar.Config{Location: c.calendar.Location(), Week: calendar.Daily(0, 24*time.Hour)}); err != nil {
			return nil, wrong(place+".calendar", t.Calendar, err.Error())
		}
	}
	return c, nil
}

func wrong(place, value, why string) error {
	return &PlaceError{ErrAgreement, place, value, why}
}

// Name returns the agreement's name.
func (p *Policy) Name() string { return p.agreement.Name }

// Agreement returns the agreement that p was made of. What it points to must not
// be changed.
func (p *Policy) Agreement() Agreement { return p.agreement }

// KindName returns the name of a kind of event, also of one that the agreement
// declares.
func (p *Policy) KindName(k Kind) string { return p.agreement.kindName(k) }

// Scale returns the agreement's levels.
func (p *Policy) Scale() *severity.Scale { return p.agreement.Scale }

// Location returns the zone in which answers are printed.
func (p *Policy) Location() *time.Location { return p.agreement.Location }

// Choices returns the open readings that can touch a ticket, with the values
// used.
func (p *Policy) Choices() Choices { return append(Choices(nil), p.choices...) }

// lacks returns why no clock can run by a target: a calendar that it is counted on
// cannot be made.
func (g *target) lacks(switched calendar.Moment) error {
	switch {
	case g.calendar == nil:
		return g.missing
	case g.After != "" && g.after == nil && switched.IsKnown():
		return g.lacking
	}
	return nil
}

// on returns the name of the calendar on which a target is counted: from a switch on,
// the one after it.
func (g *target) on(switched calendar.Moment) string {
	if g.After != "" && switched.IsKnown() {
		return g.After
	}
	return g.Calendar
}

// describe says what is owed, in words.
func (g *target) describe(switched calendar.Moment) string {
	text := g.level.String() + ": " + g.text
	switch days := g.Measure.Days != 0; {
	case g.everyDay != nil || days && g.Measure.Convention == calendar.SameTime:
		text += " at the same time of day"
	case days && g.Measure.Convention == calendar.WorkingTime:
		text += " as working time"
	}
	if g.FromOpening {
		text += " from the next opening"
	}
	return text + " on " + g.on(switched)
}
