package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// maxLine is how long a line can be, in bytes without its end. The package comment in main.go
// and linesHelp say so, too.
const maxLine = 16 << 20

// linesHelp says what the files of a command are, after what the command does.
const linesHelp = `

Each line of a FILE is one JSON object, at most 16 MiB long; "-", or no FILE, reads
standard input.`

// errLongLine says that a line is longer than maxLine. The next line can still be read.
var errLongLine = errors.New("the line is longer than 16 MiB (16777216 bytes)")

// A lineReader reads lines, of which it keeps one at a time.
type lineReader struct {
	r   *bufio.Reader
	buf []byte // the parts of the current line, if r's buffer does not hold all of it
	n   int    // the number of the line read last, from 1
	end bool   // nothing after that can be read
}

// newLineReader returns a reader of lines. Before it waits for input it calls
// before, so that a program which writes a line and waits for the answer gets it.
func newLineReader(r io.Reader, before func()) *lineReader {
	return &lineReader{r: bufio.NewReaderSize(readerAfter{r, before}, 64<<10)}
}

// next returns the next line without its final \n; a \r before that is white space in JSON.
// The line is valid until the next call. The error is errLongLine, or io.EOF after the last
// line, or why the line could not be read. Input that begins like UTF-16 or gzip is one line,
// since lines end differently in it.
func (l *lineReader) next() ([]byte, error) {
	if l.end {
		return nil, io.EOF
	}
	line, err := l.read()
	if err != nil && err != errLongLine {
		if err != io.EOF {
			l.n++
		}
		return nil, err
	}
	if l.n++; l.n == 1 {
		line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		l.end = err == nil && !blank(line) && strictjson.NewReader(line).Err() != nil
	}
	return line, err
}

func (l *lineReader) read() ([]byte, error) {
	line, err := l.r.ReadSlice('\n')
	if err == nil { // nearly always
		return line[:len(line)-1], nil
	}
	l.buf = l.buf[:0]
	long, begun := false, false
	for {
		begun = begun || len(line) > 0
		switch {
		case err == io.EOF && !begun:
			return nil, io.EOF
		case err != nil && err != io.EOF && err != bufio.ErrBufferFull:
			return nil, err
		}
		line = bytes.TrimSuffix(line, []byte("\n"))
		if long = long || len(l.buf)+len(line) > maxLine; !long {
			l.buf = append(l.buf, line...)
		}
		if err != bufio.ErrBufferFull {
			break
		}
		line, err = l.r.ReadSlice('\n')
	}
	if long {
		return nil, errLongLine
	}
	return l.buf, nil
}

// blank reports whether a line has nothing but white space.
func blank(line []byte) bool {
	return len(bytes.Trim(line, " \t\r")) == 0
}

// A readerAfter calls before, and then reads.
type readerAfter struct {
	r      io.Reader
	before func()
}

func (r readerAfter) Read(b []byte) (int, error) {
	r.before()
	return r.r.Read(b)
}
