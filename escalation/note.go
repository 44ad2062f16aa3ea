package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// A Note says what happened to a step, for answers that give reasons. The zero Note
// stands for no note.
type Note struct {
	Kind   NoteKind
	At     time.Time       // when it happened; for NoteRepeated, when the step was last reached
	Due    calendar.Moment // when the step was to be reached, as things stood then; none while it waits
	After  Delay           // the delay that was in force then
	Clause string          // the clause of the step
	Ladder *Ladder         // the ladder that was in force then; nil if none was
	Cause  string          // in words, from the function given to [Climb.KeepReasons]; empty without one
	// For NotePaused: the instant from which the halt is counted, and the working time
	// from then to At on the calendar of Ladder.
	Since  time.Time
	Paused time.Duration
	// For NoteChanged: whether the severity became graver, and the mode.
	Raised bool
	Mode   severity.Mode
}

// A log is what a climb keeps in order to give reasons.
type log struct {
	cause func() string
	notes [][]Note // by rung
}

// KeepReasons makes the climb keep notes from now on. Call it just after [Climb.Begin];
// at is when the climb began. Whenever something happens, the climb calls cause, which
// returns the cause in words; if cause is nil, the notes have no cause. A climb that has
// not begun keeps no notes.
func (c *Climb) KeepReasons(at time.Time, cause func() string) {
	if !c.Begun() {
		return
	}
	c.log = &log{cause: cause}
	for i := range c.rungs() {
		c.note(i, NoteWaiting, at)
	}
}

// Notes returns what happened to the step at index i of [Climb.Rungs], in order. There
// are none without [Climb.KeepReasons].
func (c *Climb) Notes(i int) []Note {
	if c == nil || c.log == nil || i < 0 || i >= len(c.log.notes) {
		return nil
	}
	return c.log.notes[i]
}

// note keeps a note, if notes are wanted, and returns it, so that its caller can add to
// it.
func (c *Climb) note(i int, kind NoteKind, at time.Time) *Note {
	if c.log == nil {
		return nil
	}
	return c.log.add(c, i, kind, at)
}

// add appends a note about a rung of a climb.
func (l *log) add(c *Climb, i int, kind NoteKind, at time.Time) *Note {
	for len(l.notes) <= i {
		l.notes = append(l.notes, nil)
	}
	r := &c.rungs()[i]
	n := Note{Kind: kind, At: at, Due: r.At, After: r.After(), Clause: r.Clause(), Ladder: c.ladder}
	if l.cause != nil {
		n.Cause = l.cause()
	}
	l.notes[i] = append(l.notes[i], n)
	return &l.notes[i][len(l.notes[i])-1]
}
