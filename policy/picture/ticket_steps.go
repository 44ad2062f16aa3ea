package picture

import (
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// maxLadders is how many ladders are drawn, including the thresholds of clocks, and maxSteps
// is how many steps of each are named in words.
const (
	maxLadders = 6
	maxSteps   = 12
)

// ladders draws the steps of the ticket's ladders and the thresholds of its clocks.
func (t *ticketSheet) ladders() {
	type key struct {
		metric string
		round  int
	}
	var keys []key
	rungs := map[key][]*policy.Rung{} // only looked up, so its order does not matter
	for i := range t.answer.Escalation {
		r := &t.answer.Escalation[i]
		k := key{r.Metric, r.Round}
		if rungs[k] == nil {
			keys = append(keys, k)
		}
		rungs[k] = append(rungs[k], r)
		t.story.say("steps", first(t.rung(r, true)))
	}
	if more := len(keys) - maxLadders; more > 0 {
		t.y += 12 * pixel
		t.label("s m", atStart, margin, t.y, t.right-margin, counted(more, "earlier row of steps", "earlier rows of steps")+" not drawn")
		t.y += 8 * pixel
		// Thresholds make room for ladders, and earlier ones for later ones.
		var kept []key
		for _, k := range keys {
			if k.metric != "" && more > 0 {
				more--
				continue
			}
			kept = append(kept, k)
		}
		keys = kept[more:]
	}
	for _, k := range keys {
		name, below := "Escalation", ""
		if k.metric != "" {
			name, below = "Thresholds", spaced(k.metric)
			if k.round > 1 {
				below += " " + strconv.Itoa(k.round)
			}
		} else if k.round > 1 {
			below = "ladder " + strconv.Itoa(k.round)
		}
		t.ladder(name, below, rungs[k])
	}
}

// A cluster is a group of steps that are too close to have a mark each.
type cluster struct {
	x, from, to px
	state       escalation.State
	words       string
}

// markHigh is the height of a mark.
const markHigh = 16 * pixel

// ladder draws the steps of one ladder: numbered marks at their times, and below them what
// each step is.
func (t *ticketSheet) ladder(name, below string, rungs []*policy.Rung) {
	top := t.y
	bottom := t.name(top+14*pixel, name, below)
	marks := t.clusters(rungs)
	if len(marks) == 0 {
		t.list(rungs)
		t.y = max(t.y+6*pixel, top+34*pixel, bottom+4*pixel)
		return
	}
	var line path
	line.line(t.left, top+10*pixel, t.right, top+10*pixel)
	t.draw("g", line)
	var reached, pending, leads path
	shown := marks[:0]
	for _, m := range marks {
		if n := len(shown); n > 0 && m.from < shown[n-1].to+2*pixel {
			continue // its neighbour has grown; the step is in the list
		}
		shown = append(shown, m)
		box := &pending
		if m.state == escalation.Reached {
			box = &reached
			t.marks |= markReached
		} else {
			t.marks |= markPending
		}
		box.box(m.from, top+2*pixel, m.to-m.from, markHigh)
		if m.x < m.from || m.x > m.to {
			leads.line(m.x, top+markHigh+4*pixel, m.from+4*pixel, top+markHigh+2*pixel)
		}
	}
	t.draw("l", leads)
	t.draw("r", reached)
	t.draw("y1", pending)
	for i := range shown {
		m := &shown[i]
		class := "s b"
		if m.state == escalation.Reached {
			class += " i"
		}
		t.text(class, atMiddle, (m.from+m.to)/2, top+14*pixel, m.words)
	}
	t.y = top + markHigh + 6*pixel
	t.list(rungs)
	t.y = max(t.y+6*pixel, top+34*pixel, bottom+4*pixel)
}

// clusters returns the marks of the steps whose time is known, from left to right.
func (t *ticketSheet) clusters(rungs []*policy.Rung) []cluster {
	var marks []cluster
	for _, r := range rungs {
		at, ok := r.At.Get()
		if !ok {
			continue
		}
		words := strconv.Itoa(r.Step)
		if r.Repeat > 0 {
			words = "+" + strconv.Itoa(r.Repeat)
		}
		w := max(textWidth(words, small, true)+8*pixel, markHigh)
		x := t.at(at)
		from := within(x-w/2, w, t.left, t.right)
		if len(marks) > 0 {
			if last := &marks[len(marks)-1]; from < last.to+2*pixel {
				if last.state == r.State || last.to+2*pixel+w > t.right || last.to-x > 30*pixel {
					head, _, _ := strings.Cut(last.words, "–")
					last.words = head + "–" + words
					last.to = max(last.to, last.from+textWidth(last.words, small, true)+8*pixel)
					if over := last.to - t.right; over > 0 {
						last.from, last.to = last.from-over, t.right
					}
					continue
				}
				from = last.to + 2*pixel
			}
		}
		marks = append(marks, cluster{x, from, from + w, r.State, words})
	}
	return marks
}

// list names the steps, as many in a line as there is room for.
func (t *ticketSheet) list(rungs []*policy.Rung) {
	var items []string
	for i, r := range rungs {
		if i == maxSteps {
			items = append(items, counted(len(rungs)-i, "more", "more"))
			break
		}
		items = append(items, t.rung(r, false))
	}
	t.flow(t.left, items)
}

// rung says what has become of a step.
func (t *ticketSheet) rung(r *policy.Rung, full bool) string {
	by, text := &t.clerk, strconv.Itoa(r.Step)+" "
	switch {
	case full:
		by, text = t.exactly(), spaced(r.String())+", "
	case r.Repeat > 0:
		text += "repeat " + strconv.Itoa(r.Repeat) + " "
	}
	text += clip(r.To) + ": " + r.State.String()
	if at, ok := r.At.Get(); ok {
		text += " " + by.when(at)
	} else if r.At.Unknown() != nil {
		text += ", time unknown"
		if full {
			text += ": " + r.At.Unknown().Error()
		}
	}
	if at, ok := r.Notified.Get(); ok && !at.Equal(r.At.Time()) {
		text += ", told " + by.when(at)
	}
	if full && r.Clause != "" {
		text += " (" + clip(r.Clause) + ")"
	}
	return text
}
