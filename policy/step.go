package policy

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// A Step is one step of a computation, such as that of a clock: what happened, or which
// stretch of time counted or did not, and by which clause, rule or reading. The zero Step
// stands for no step.
type Step struct {
	Kind   StepKind
	At     calendar.Moment // when it happened, or where the stretch begins
	Until  calendar.Moment // where the stretch ends; zero if the step is not a stretch
	Amount Length          // the working time of a stretch that counts
	Text   string          // in words
	By     string          // the clause, rule or reading: "PUR-4", "T7", "purchased.zone"; empty for StepHours
	// Reasons say why the calendar is closed in a StepClosed, and Text says the same in a
	// line. There are none if that is not known (G9); Text then says why. Other steps have
	// no Reasons.
	Reasons []ClosedReason
	// If Whole is set, a StepCounted or StepAhead is not one stretch but stands for all
	// stretches from At to Until, with the closed time in between, because they are too
	// many to list one by one.
	Whole bool
	// Level is the level of the target in a StepTarget of a clock, whose Text begins with
	// it. In all other steps, including those of ladders and thresholds, it is the zero
	// Level.
	Level severity.Level
	// Hours is the calendar of a StepHours, and nil in other steps. Its fingerprint is
	// computed when [Step.Source] is called, which takes some 50 milliseconds the first
	// time, and longer for a combination.
	Hours *calendar.Calendar
}

// Source returns By or, for a StepHours, what identifies the calendar: the first twelve
// digits of its fingerprint. The zero Calendar has no fingerprint; for it Source returns
// By.
func (s Step) Source() string {
	if print := s.Hours.Fingerprint(); print != "" {
		return print[:shortFingerprint]
	}
	return s.By
}

// MarshalJSON returns s as a JSON object with the fields of a Step except Level, which Text
// names, and Hours, in place of which By identifies the calendar, as [Step.Source] does.
// Reasons and Whole are left out if they are empty. For the form in which the command
// writes a step, see [Policy.AppendAnswer].
func (s Step) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Kind      StepKind
		At, Until calendar.Moment
		Amount    Length
		Text, By  string
		Reasons   []ClosedReason `json:",omitempty"`
		Whole     bool           `json:",omitempty"`
	}{s.Kind, s.At, s.Until, s.Amount, s.Text, s.Source(), s.Reasons, s.Whole})
}

// TimeLayout is the layout of instants in the words of this package, those of a step, an
// occurrence or a change. It is a layout for [time.Time.Format], for instants that are to
// appear beside them.
const TimeLayout = "Mon 2006-01-02 15:04:05.999999999 -07:00"

// String returns the step in words, on one line: its kind, when, how much, what, and by
// which clause, rule or reading, as in
//
//	counted  Fri 2026-03-06 15:00:00 +01:00 to Fri 2026-03-06 18:00:00 +01:00  3h0m0s
//
// Each instant is in the zone that it has; see [Step.In] to have all in one zone. What a
// step does not have is left out, and the zero Step gives "".
func (s Step) String() string {
	text := fmt.Sprintf("%-8s", s.Kind)
	if at := stepMoment(s.At); at != "" {
		text += " " + at
	}
	if until := stepMoment(s.Until); until != "" {
		text += " to " + until
	}
	if d, ok := s.Amount.Get(); ok {
		text += "  " + d.String()
	}
	if s.Text != "" {
		text += "  " + s.Text
	}
	if by := s.Source(); by != "" {
		text += "  [" + by + "]"
	}
	return strings.TrimRight(text, " ")
}

// In returns s with its instants in a zone, such as that of [Policy.Location]. If loc is
// nil, they are unchanged.
func (s Step) In(loc *time.Location) Step {
	s.At, s.Until = s.At.In(loc), s.Until.In(loc)
	return s
}

// stepMoment returns an instant in words, or "" for the zero Moment.
func stepMoment(m calendar.Moment) string {
	if at, ok := m.Get(); ok {
		return at.Format(TimeLayout)
	}
	if why := m.Unknown(); why != nil {
		return "unknown: " + why.Error()
	}
	return ""
}

// shortFingerprint is how many digits of a fingerprint a reason shows.
const shortFingerprint = 12

// A StepKind says what a [Step] is about. The zero StepKind stands for no kind.
type StepKind string

// The kinds of steps, in the order in which they usually come.
const (
	StepReading StepKind = "reading" // an open reading, and the value used
	StepWait    StepKind = "wait"    // the clock begins to wait
	StepStart   StepKind = "start"   // the clock starts
	StepTarget  StepKind = "target"  // what the clock is judged by, and the resulting due time
	StepChange  StepKind = "change"  // a change of severity, or of the hours, and what it does
	StepPause   StepKind = "pause"   // the clock pauses
	StepResume  StepKind = "resume"  // the clock resumes
	StepStop    StepKind = "stop"    // the clock stops
	StepHours   StepKind = "hours"   // the calendar, with its fingerprint
	StepCounted StepKind = "counted" // working time that has been used; the amounts add up to Elapsed
	StepAhead   StepKind = "ahead"   // working time that is left until due; the amounts add up to Remaining
	StepClosed  StepKind = "closed"  // time in between that does not count
	StepPaused  StepKind = "paused"  // time in between in which the clock stood still
)

// The kinds of steps that ladders and thresholds have besides those of clocks. For a
// ladder, StepPaused says by how much a halt, or a part of one, put the step off, and
// StepResume that the ladder resumes.
const (
	StepHalt    StepKind = "halt"    // the customer tests, and the ladder halts
	StepReached StepKind = "reached" // the step is reached
	StepNotice  StepKind = "notice"  // the notice of the step is given
)

// maxStretches is how many stretches of a clock are listed one by one. One step sums up
// what comes after.
const maxStretches = 400

// note adds a step to a round, if steps are wanted.
func (t *timeline) note(r *round, kind StepKind, at calendar.Moment, by, text string) {
	if t.journal == nil {
		return
	}
	if r.why == nil {
		r.why = new([]Step)
	}
	*r.why = append(*r.why, Step{Kind: kind, At: at, By: by, Text: text})
}

// noteTarget adds what a round is judged by and how it came by it, if steps are wanted.
func (t *timeline) noteTarget(r *round, how string) {
	if t.journal == nil {
		return
	}
	t.note(r, StepTarget, r.due, r.target.Clause, r.describe()+how)
	(*r.why)[len(*r.why)-1].Level = r.target.level
}
