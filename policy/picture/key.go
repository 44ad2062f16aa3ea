package picture

// Symbols are a set of the shapes that a key explains.
type symbols uint32

const (
	markOpen symbols = 1 << iota
	markOpenStrip
	markHoliday
	markUnknown
	markCounted
	markClosed
	markAhead
	markLate
	markPaused
	markWaits
	markUnknownEnd
	markDue
	markMet
	markBreached
	markCancelled
	markReached
	markPending
	markChange
	markOn
)

// meanings has the words of the key, in its order.
var meanings = [...]struct {
	symbol symbols
	words  string
}{
	{markOpen, "open hours"}, {markOpenStrip, "open hours, midnight to midnight"}, {markHoliday, "holiday"}, {markUnknown, "not known"},
	{markCounted, "counted"}, {markClosed, "does not count"}, {markAhead, "left until due"}, {markLate, "overdue"},
	{markPaused, "paused"}, {markWaits, "waits"}, {markUnknownEnd, "end unknown"}, {markDue, "due"}, {markMet, "met"},
	{markBreached, "breached"}, {markCancelled, "cancelled"}, {markReached, "step reached"}, {markPending, "step pending"},
	{markChange, "clocks change"}, {markOn, "the day asked for"},
}

// key draws the key to the symbols in the picture.
func (s *sheet) key() {
	s.y += 19 * pixel
	x := px(margin)
	for _, own := range s.own {
		x = s.entry(x, own[1], func(x px) {
			var p path
			p.box(x, s.y-9*pixel, sample, 10*pixel)
			s.draw(own[0], p)
		})
	}
	for _, m := range meanings {
		if s.marks&m.symbol != 0 {
			x = s.entry(x, m.words, func(x px) { s.symbol(m.symbol, x, s.y) })
		}
	}
}

// sample is the width of a symbol in the key.
const sample = 22 * pixel

// entry draws an entry of the key at x, or on a new line, and returns where the next one
// begins.
func (s *sheet) entry(x px, words string, symbol func(x px)) px {
	words = cut(words, s.right-margin-sample-5*pixel, small, false)
	w := sample + 5*pixel + textWidth(words, small, false)
	if x > margin && x+w > s.right {
		x = margin
		s.y += 17 * pixel
	}
	symbol(x)
	s.text("s", atStart, x+sample+5*pixel, s.y, words)
	return x + w + 14*pixel
}

// symbol draws one symbol of the key, on the line of its text.
func (s *sheet) symbol(m symbols, x, y px) {
	const w, high = sample, 10 * pixel
	top, middle := y-9*pixel, y-4*pixel
	var p path
	class := "d"
	switch m {
	case markOpen, markOpenStrip, markUnknown, markPaused, markLate, markCounted, markAhead, markReached, markPending:
		p.box(x, top, w, high)
		class = boxes(m)
	case markHoliday:
		p.polygon(x+w/2, top, 4*pixel, 5*pixel, -4*pixel, 5*pixel, -4*pixel, -5*pixel)
	case markClosed:
		p.box(x, middle-pixel, w, thinHigh)
		class = "r"
	case markWaits:
		p.line(x, middle, x+w, middle)
		class = "w"
	case markUnknownEnd:
		p.polygon(x+8*pixel, top, 8*pixel, 5*pixel, -8*pixel, 5*pixel)
	case markDue:
		p.box(x+w/2, top, pixel, high)
		p.polygon(x+w/2, top, -7*pixel, 4*pixel, 7*pixel, 4*pixel)
	case markMet:
		tick(&p, x+w/2, middle)
	case markBreached:
		cross(&p, x+w/2, middle)
	case markCancelled:
		p.box(x+w/2-4*pixel, middle-pixel, 8*pixel, 2*pixel)
	case markChange:
		p.line(x+w/2, top, x+w/2, y+2*pixel)
		class = "q"
	case markOn:
		p.line(x+w/2, top, x+w/2, y+2*pixel)
		class = "n"
	}
	s.draw(class, p)
}

// boxes returns the class of a symbol that is a box.
func boxes(m symbols) string {
	switch m {
	case markOpen:
		return "o"
	case markUnknown:
		return "u"
	case markPaused:
		return "p"
	case markLate:
		return "v"
	case markAhead, markPending:
		return "a"
	}
	return "r"
}
