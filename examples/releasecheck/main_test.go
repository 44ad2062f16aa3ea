package main

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

//go:embed in-use.txt
var inUse string

// try runs the program on some lines and prints what it says, and its exit status.
func try(lines string, args ...string) {
	var said strings.Builder
	status := run(args, strings.NewReader(lines), &said)
	fmt.Printf("%sexit status %d\n", said.String(), status)
}

// Release 2.4 is the prior major release until 18 months after 3.0 came, on 1
// September 2025. 2.3 was over the day before 2.4 came.
func Example() {
	try(inUse, "-on", "2026-11-21", "-days", "120")
	// Output:
	// portal: 2.4 is supported through 2027-03-01 (POR-5), not on 2027-03-21
	// reports: 2.3 is supported through 2025-05-09 (POR-5), not on 2027-03-21
	// intake: "4.0" is not in the supplier's list
	// exit status 1
}

// 100 days after 21 November 2026 is 1 March 2027, the last day of 2.4; the 101st is
// the day after.
func Example_lastDay() {
	const lines = "billing v3.1\nportal v2.4\n"
	try(lines, "-on", "2026-11-21", "-days", "100")
	try(lines, "-on", "2026-11-21", "-days", "101")
	try(lines, "-on", "2026-11-21") // 90 days
	// Output:
	// exit status 0
	// portal: 2.4 is supported through 2027-03-01 (POR-5), not on 2027-03-02
	// exit status 1
	// exit status 0
}

// A build must not pass because a pipe broke, and nothing was checked.
func Example_nothingRead() {
	try("", "-on", "2026-11-21")
	try(" \r\n\n", "-on", "2026-11-21")
	// Output:
	// standard input: no release in use was read; write a service and its release on each line, such as portal v2.4
	// exit status 1
	// standard input: no release in use was read; write a service and its release on each line, such as portal v2.4
	// exit status 1
}

// What is wrong is told with what would be right.
func Example_mistakes() {
	const lines = "billing v3.1\n"
	try(lines)
	try(lines, "-on", "21.11.2026", "-days", "-1")
	try(lines, "-on", "2026-02-29")
	try(lines, "-on", "9999-12-31", "-days", "1")
	try(lines, "-on", "2026-11-21", "in-use.txt")
	try(lines, "-on", "2026-11-21", "-days", "90d")
	// Output:
	// -on is missing; write the date to check for, as -on 2006-01-02
	// exit status 2
	// -on: "21.11.2026" is not a date; write it as 2006-01-02
	// -days: -1 is less than 0; write how many days later a release must still be supported
	// exit status 2
	// -on: "2026-02-29" is not a date; the day must be 1 to 28
	// exit status 2
	// -days: calendar: date "9999-12-31 plus 1 days": the result must be in the years 1 to 9999
	// exit status 2
	// "in-use.txt": the releases in use come from standard input, not from arguments
	// exit status 2
	// invalid value "90d" for flag -days: parse error
	// Usage of releasecheck:
	//   -days int
	//     	how many days later a release must still be supported (default 90)
	//   -on date
	//     	the date to check for, as 2006-01-02
	// exit status 2
}

// Lines are read as they are meant, or not at all.
func Example_lines() {
	try("billing\t3.1\r\n\n  portal   v2.4", "-on", "2026-11-21")
	try("billing\nbilling v3.1 v2.4\nbilling vv3.1\nbilling v\n", "-on", "2026-11-21")
	// Output:
	// exit status 0
	// line 1: "billing": write a service and its release, such as portal v2.4
	// line 2: "billing v3.1 v2.4": write a service and its release, such as portal v2.4
	// billing: "v3.1" is not in the supplier's list
	// billing: "" is not in the supplier's list
	// exit status 1
}

// Help is no mistake.
func TestHelp(t *testing.T) {
	var said strings.Builder
	if status := run([]string{"-h"}, strings.NewReader(""), &said); status != 0 || !strings.Contains(said.String(), "-on date") {
		t.Errorf("exit status %d: %s", status, said.String())
	}
}

// Input that ends with an error is not taken for all of it.
func TestInputBreaks(t *testing.T) {
	var said strings.Builder
	status := run([]string{"-on", "2026-11-21"}, iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("billing v3.1\n"))), &said)
	if status != 1 || said.String() != iotest.ErrTimeout.Error()+"\n" {
		t.Errorf("exit status %d: %s", status, said.String())
	}
	status = run([]string{"-on", "2026-11-21"}, iotest.ErrReader(errors.New("read stdin: broken pipe")), &said)
	if status != 1 || !strings.HasSuffix(said.String(), "read stdin: broken pipe\n") {
		t.Errorf("exit status %d: %s", status, said.String())
	}
}
