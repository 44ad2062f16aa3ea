package main

import "fmt"

// A batch is some lines of input and, later, their answers. One goroutine at a time owns it:
// the reader, then a worker, then the writer.
type batch struct {
	text  []byte // of the lines, one after the other
	lines []batchLine
	json  []byte        // the answers as JSON Lines, unless they are for a table
	done  chan struct{} // receives an element when all lines have been answered
}

// A batchLine is a line of a batch.
type batchLine struct {
	number int    // in its file, from 1
	end    int    // the end of its text in the batch's; it begins where the previous line ends
	err    error  // why it could not be read
	answer answer // for a table; else nil, and it is in the batch's JSON
	failed bool
}

const (
	// batchLines is the most lines in a batch: enough that handing it on costs little, few
	// enough that no worker is left with much to do when the others have finished.
	batchLines = 32
	// batchBytes is the length of text from which on no further line is added.
	batchBytes = 64 << 10
	// longText is the length from which on a buffer is not reused, and its batch is waited
	// for: long lines must not add up.
	longText = 1 << 20
)

func newBatch() *batch { return &batch{done: make(chan struct{}, 1)} }

// add adds a line, or why it could not be read.
func (b *batch) add(number int, line []byte, err error) {
	b.text = append(b.text, line...)
	b.lines = append(b.lines, batchLine{number: number, end: len(b.text), err: err})
}

func (b *batch) long() bool { return len(b.text) > longText }
func (b *batch) full() bool { return len(b.lines) >= batchLines || len(b.text) >= batchBytes }

// reset forgets the lines, and keeps the buffers if they are of a usual size.
func (b *batch) reset() {
	clear(b.lines)
	b.lines, b.text, b.json = b.lines[:0], b.text[:0], b.json[:0]
	if cap(b.text) > longText {
		b.text = nil
	}
	if cap(b.json) > longText {
		b.json = nil
	}
}

// answerLines answers all lines.
func (run *lineRun) answerLines(b *batch) {
	start := 0
	for i := range b.lines {
		l := &b.lines[i]
		a, failed := run.answerLine(l, b.text[start:l.end:l.end])
		start, l.failed = l.end, failed
		switch {
		case a == nil: // there is nothing to print
		case run.out.table != nil:
			l.answer = a // its columns depend on the rows before it
		default:
			b.json = append(a.appendJSON(b.json), '\n')
		}
	}
	b.done <- struct{}{}
}

func (run *lineRun) answerLine(l *batchLine, text []byte) (a answer, failed bool) {
	f := failure{line: l.number, file: run.file}
	err := l.err
	if err == nil {
		if f.id, a, err = run.answer(text); err == nil {
			return a, false
		}
	} else if err != errLongLine {
		err = fmt.Errorf("the line cannot be read: %w", err)
	}
	f.text = describeLine(err, text)
	return f, true
}
