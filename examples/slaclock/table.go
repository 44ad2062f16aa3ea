package main

import (
	"bufio"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A table prints rows as they come, in columns. A column is as wide as its widest cell so
// far, so that nothing is kept and the same rows always look the same. The zero table has no
// writer. Errors are left to the writer.
type table struct {
	w      *bufio.Writer
	head   []string
	widths []int
}

// columnGap is the space between two columns.
const columnGap = 2

// header begins a table with these columns, unless it is the current one.
func (t *table) header(cells ...string) {
	if slices.Equal(cells, t.head) {
		return
	}
	if t.head != nil {
		t.line("")
	}
	t.head, t.widths = slices.Clone(cells), nil
	t.row(cells...)
}

// row prints a row.
func (t *table) row(cells ...string) { t.rowThen("", cells...) }

// rowThen prints a row, followed by a text outside the columns.
func (t *table) rowThen(text string, cells ...string) {
	var b strings.Builder
	gap := 0
	for i, cell := range cells {
		cell = printable(cell)
		if i == len(t.widths) {
			t.widths = append(t.widths, 0)
		}
		width := utf8.RuneCountInString(cell)
		t.widths[i] = max(t.widths[i], width)
		if cell != "" { // no space at the end of a line
			b.WriteString(strings.Repeat(" ", gap))
			b.WriteString(cell)
			gap = -width
		}
		gap += t.widths[i] + columnGap
	}
	if text != "" {
		b.WriteString(strings.Repeat(" ", gap) + text)
	}
	t.line(b.String())
}

// line prints a line that is not a row.
func (t *table) line(text string) {
	t.w.WriteString(printable(text))
	t.w.WriteByte('\n')
}

// printable returns s with escapes for control characters, which could manipulate a terminal,
// and for invalid UTF-8.
func printable(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl) {
		return s
	}
	quoted := strconv.Quote(s)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}
