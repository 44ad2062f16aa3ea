package picture

// TextWidth is how wide a text is at most, in tenths of a pixel, for a size in
// pixels.
func TextWidth(s string, size int, bold bool) int { return int(textWidth(s, px(size)*pixel, bold)) }

// A Paint is a colour of the style sheet.
type Paint struct{ Selector, Property, Light, Dark string }

// Paints returns the colours of the style sheet.
func Paints() []Paint {
	var all []Paint
	for _, p := range paints {
		all = append(all, Paint{p.selector, p.property, p.light, p.dark})
	}
	return all
}
