package picture

import (
	"slices"
)

// maxOwners is how many owners have a row.
const maxOwners = 8

// owners draws who owned the ticket: a row for each owner, so that the place shows who it
// was, however short the stretches are. Nobody owns a ticket that has ended, until it is
// reopened.
func (t *ticketSheet) owners() {
	all := t.answer.Ownership
	if len(all) == 0 {
		return
	}
	var names []string
	for _, o := range all {
		if !slices.Contains(names, o.Region) && len(names) < maxOwners {
			names = append(names, o.Region)
		}
		t.story.say("owners", "Owned by ", o.Region, " from ", t.exactly().when(o.From))
	}
	const high = 10 * pixel
	t.y += 4 * pixel
	below := "no hand-over"
	if len(all) > 1 {
		below = counted(len(all)-1, "hand-over", "hand-overs")
	}
	t.name(t.y+12*pixel, "Owner", below)
	t.y += 28 * pixel
	lives := t.lives()
	for _, name := range names {
		var s strip
		rest := lives
		for i, o := range all {
			until := t.end
			if i+1 < len(all) {
				until = all[i+1].From
			}
			for len(rest) > 0 && !rest[0].to.After(o.From) {
				rest = rest[1:]
			}
			for _, l := range rest {
				if o.Region != name || !l.from.Before(until) {
					break
				}
				if from, to := l.within(o.From, until); from.Before(to) {
					s.add(t.at(from), t.at(to), t.y+3*pixel, high)
				}
			}
		}
		s.flush(t.y+3*pixel, high)
		bottom := t.lines("s", margin, t.y+12*pixel, t.left-margin-gap, 13*pixel, name, name, 2) - 13*pixel
		var line path
		line.line(t.left, t.y+3*pixel+high/2, t.right, t.y+3*pixel+high/2)
		t.draw("g", line)
		t.draw("r", s.path)
		t.y = bottom + 3*pixel
	}
	t.y += 4 * pixel
}
