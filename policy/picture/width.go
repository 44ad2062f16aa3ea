package picture

import "unicode"

// A px is a tenth of a pixel.
type px int

const pixel px = 10

// Sizes of text.
const (
	small  = 11 * pixel
	normal = 12 * pixel
	large  = 17 * pixel
)

// asciiWidths has the widths of the characters from space to tilde, in hundredths of their
// size. They are those of a wide typeface, since a label that is wider than assumed runs into
// the next one.
var asciiWidths = [...]px{
	32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34, // space to slash
	64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, // digits, : ; < = > ?
	100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, // @ to O
	61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50, // P to _
	50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, // ` to o
	64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84, // p to ~
}

// runeWidth returns the most that a character is wide, in hundredths of its size.
func runeWidth(r rune) px {
	switch {
	case r >= ' ' && int(r-' ') < len(asciiWidths):
		return asciiWidths[r-' ']
	case unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x250:
		return 85 // letters with marks; Æ is wider, and rare
	}
	return 105
}

// textWidth returns the most that a text is wide. Bold text is up to 18 % wider.
func textWidth(s string, size px, bold bool) px {
	var w px
	for _, r := range s {
		w += runeWidth(r)
	}
	if bold {
		w += w * 9 / 50
	}
	return (w*size + 99) / 100
}

// cut returns s, or as much of it as there is room for with an ellipsis in place of the rest,
// or "" if there is no room for anything.
func cut(s string, room, size px, bold bool) string {
	if textWidth(s, size, bold) <= room {
		return s
	}
	const ellipsis = "…"
	end := longest(s, room-textWidth(ellipsis, size, bold), size, bold)
	if end == 0 {
		return ""
	}
	return s[:end] + ellipsis
}

// wrap breaks s into up to most lines that fit the room: at spaces, after hyphens, and within
// a word that alone is too long. What is left at the end is cut. whole reports whether no
// word was broken and nothing was cut.
func wrap(s string, room, size px, bold bool, most int) (lines []string, whole bool) {
	whole = true
	for textWidth(s, size, bold) > room {
		end, next := 0, 0
		for i, r := range s {
			if r != ' ' && r != '-' || i == 0 {
				continue
			}
			stop := i // a hyphen stays on the line
			if r == '-' {
				stop++
			}
			if textWidth(s[:stop], size, bold) > room {
				break
			}
			end, next = stop, i+1
		}
		if end == 0 {
			whole = false
			end = longest(s, room, size, bold)
			next = end
		}
		if len(lines) == most-1 || end == 0 {
			return append(lines, cut(s, room, size, bold)), false
		}
		lines, s = append(lines, s[:end]), s[next:]
	}
	if s != "" {
		lines = append(lines, s)
	}
	return lines, whole
}

// longest returns how much of s there is room for, in bytes.
func longest(s string, room, size px, bold bool) (end int) {
	for i := range s {
		if textWidth(s[:i], size, bold) > room {
			break
		}
		end = i
	}
	return end
}
