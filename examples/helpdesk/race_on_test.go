//go:build race

package main

// raced says that the race detector is on, with which the database, which is
// C translated to Go, is some twenty times as slow.
const raced = true
