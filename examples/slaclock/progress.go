package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Progress is shown after progressDelay, and again every progressStep.
const (
	progressDelay = 2 * time.Second
	progressStep  = 500 * time.Millisecond
)

// A progress shows how many lines have been answered, on one line that it overwrites. A nil
// progress shows nothing.
type progress struct {
	w      io.Writer
	now    func() time.Time
	next   time.Time // when to show it
	lines  int
	failed int
	width  int // of the text shown
}

// newProgress returns a progress for a terminal. It returns nil for anything else, and if the
// answers go to a terminal too, since they show the progress better.
func newProgress(stderr, stdout io.Writer) *progress {
	if !isTerminal(stderr) || isTerminal(stdout) {
		return nil
	}
	return &progress{w: stderr, now: time.Now, next: time.Now().Add(progressDelay)}
}

// line counts a line that has been answered.
func (p *progress) line(failed bool) {
	if p == nil {
		return
	}
	p.lines++
	if failed {
		p.failed++
	}
	now := p.now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(progressStep)
	text := fmt.Sprintf("%d lines", p.lines)
	if p.failed > 0 {
		text += fmt.Sprintf(", %d with errors", p.failed)
	}
	fmt.Fprintf(p.w, "\r%-*s", p.width, text)
	p.width = max(p.width, len(text))
}

// clear removes the text shown.
func (p *progress) clear() {
	if p == nil || p.width == 0 {
		return
	}
	fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.width))
	p.width = 0
}
