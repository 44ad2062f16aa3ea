package policy

import "github.com/slaclock/slaclock/calendar"

// A Step is one step of the computation of a clock: what happened, or which
// stretch of time counted or did not, and by which clause, rule or reading. The
// zero Step is none.
type Step struct {
	Kind   StepKind
	At     calendar.Moment // when it happened, or where the stretch begins
	Until  calendar.Moment // where the stretch ends; none if it is no stretch
	Amount Length          // of a stretch that counts: its working time
	Text   string          // in words
	By     string          // the clause, rule or reading: "PUR-4", "T7", "purchased.zone"; empty for StepHours
	// Reasons say of StepClosed why the calendar is closed, and Text the same in a
	// line; there are none where that is not known (G9), and Text says why. Other steps
	// have none.
	Reasons []ClosedReason
	// Whole says of StepCounted and StepAhead that they are not one stretch but all
	// from At to Until, with what is closed in between: those that are too many to be
	// told one by one.
	Whole bool
	// Hours is the calendar of StepHours, and nil in other steps. Its fingerprint
	// takes a while, so it is taken when [Step.Source] is asked.
	Hours *calendar.Calendar
}

// Source returns By, or of StepHours what identifies the calendar: the first
// twelve digits of its fingerprint.
func (s Step) Source() string {
	if s.Hours != nil {
		return s.Hours.Fingerprint()[:shortFingerprint]
	}
	return s.By
}

// shortFingerprint is how many digits of a fingerprint a reason shows.
const shortFingerprint = 12

// A StepKind says what a [Step] is about. The zero StepKind is none of the kinds.
type StepKind string

// The kinds of steps, in the order in which they usually come.
const (
	StepReading StepKind = "reading" // an open reading, and the value used
	StepWait    StepKind = "wait"    // the clock begins to wait
	StepStart   StepKind = "start"   // the clock starts
	StepTarget  StepKind = "target"  // what it is judged by, and the due time that gives
	StepChange  StepKind = "change"  // a change of severity, or of the hours, and what it does
	StepPause   StepKind = "pause"   // the clock pauses
	StepResume  StepKind = "resume"  // the clock goes on
	StepStop    StepKind = "stop"    // the clock stops
	StepHours   StepKind = "hours"   // the calendar, with its fingerprint
	StepCounted StepKind = "counted" // working time that has been used; the amounts add up to Elapsed
	StepAhead   StepKind = "ahead"   // working time that is left until due; the amounts add up to Remaining
	StepClosed  StepKind = "closed"  // time in between that does not count
	StepPaused  StepKind = "paused"  // time in between in which the clock stood still
)

// maxStretches is how many stretches of a clock are told one by one. What comes
// after is told in one step.
const maxStretches = 400

// note adds a step to a round, if steps are wanted.
func (t *timeline) note(r *round, kind StepKind, at calendar.Moment, by, text string) {
	if t.journal != nil {
		r.why = append(r.why, Step{Kind: kind, At: at, By: by, Text: text})
	}
}
