package enum_test

import "testing"

func BenchmarkFind(b *testing.B) {
	text := []byte("portal")
	b.ReportAllocs()
	for b.Loop() {
		channelNames.Find(text)
	}
}

func BenchmarkString(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = channelNames.String(3)
	}
}
