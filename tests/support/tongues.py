"""Texts that are what they seem, written for the tests: other languages, names of peoples of Vietnam, codes, addresses."""

from __future__ import annotations

_LINES = """
tiếng Anh| The naïve façade of the café was rebuilt in 1998 – a coöperative effort; its résumé covers 120 m², 35 km².
tiếng Anh| 5 µm filters, ±2 °C, §4 of the Act, Windows® and Office™, © 2017. £5, ¥300, ½ litre, 1º piano.
tiếng Pháp| Né à Hué, l'élève a dû partir là où l'été est très sec. Le maître de thé a reçu ça et là des œufs frais.
tiếng Pháp| « Déjà vu », naïveté, Noël, île, goût, août, crû, mûr, aiguë, où. Il a bu du thé là. Le bébé né hier.
tiếng Pháp| Côte d'Ivoire, Citroën, Chloë, ambiguïté, maïs, haïr, le théâtre, la fête, même, bientôt, déçu.
tiếng Đức| Für die Prüfung müssen Bürger über größere Straßen gehen. Köln, München, Düsseldorf. Äpfel, Öl, Übung.
tiếng Đức| Schön, möglich, Käse, Bär, hört, fährt, Tür, zwölf, fünf, muß, süß, weiß, Fuß, üb.
tiếng Tây Ban Nha| El niño comió mañana en España; ¿qué pasó? ¡Así está bien! Señor José Ñañez, años, pingüino.
tiếng Tây Ban Nha| Más acción, corazón, Perú, Mª José, nº 5, la niña, el baño, dueño, sueño, ñu, día, río, tío, mí.
tiếng Bồ Đào Nha| São Paulo não é a capital; a mãe, o pão, as mãos, João, avó, avô, você, três, lã, irmã, órgão, é, à, às.
tiếng Séc| Příliš žluťoučký kůň úpěl ďábelské ódy. Děkuji, dobrý den, náměstí, Dvořák, Plzeň, říjen, ženy, šest, být.
tiếng Thuỵ Điển| Hon går på gatan för att få se båten; här är vårt hus, nå så då. Må så gott, två små öar, Malmö, Åland.
tiếng Na Uy| Vi må nå båten så fort vi kan, og så går vi på fjellet. Både øl og brød på øya; blå, grå, små, få, rød, født.
tiếng Đan Mạch| Nå, så må vi gå på arbejde. Københavns Rådhus, æble, rødgrød med fløde, på øen, små børn, blå køer, hår, år.
tiếng Hà Lan| De financiële ruïne van België, één coöperatie, reünie, zeeën, Curaçao, hè, hé, vóór, geïnd, ideeën.
tiếng Ý| Perché è così, più là che qua; città, università, né caffè né tè, lunedì, virtù, però, può, già, ciò, sì.
tiếng Phần Lan| Hyvää päivää! Tämä on hyvä työ, että sää on märkä; yö, tyttö, äiti, mökki, pöytä, kesä, jäätelö, nähdä.
tiếng Hung-ga-ri| Jó napot! Köszönöm szépen, öt, hét, nő, szőlő, tű, fű, Győr, különböző, ötödik, út, víz, kör, tör, őr.
tiếng Ba Lan| Zażółć gęślą jaźń. Łódź, Kraków, dziękuję, proszę, miło, być, może, też, już, wódka, żółw, późno.
tiếng Thổ Nhĩ Kỳ| İstanbul'da güneşli bir gün; çok teşekkür ederim, ağaç, kız, şöyle, gül, üç, dört, öğle, süt, kuş, ılık.
tiếng Ai-xơ-len| Guðmundur og Þór í Reykjavík, Garðabær, Hveragerði, það er gott veður í dag, fólkið, bók, öl, mær, sjór.
tiếng Trung| 越南广宁省人民委员会关于电子门户网站的规定。第一条：本规章适用于各部门；联系电话（０２０３）；QR码、K歌、第２号。
bính âm| Lǚ Bù, Nǚ Wā, Běijīng, Zhōngguó, Lü Bu, Lü Meng, nü shi, xīn nián kuài lè.
tiếng Nga| Москва, Российская Федерация; я и он с нами, а также у дома.
tiếng Ê Đê| Buôn Ma Thuột, Čư̆ M'gar, Ea H'leo, Krông Năng, Čư Êbur, Y Bhĭm Niê, H'Hen Niê, Ƀuôn Ală, Krông Pắc, Êa Kao, Ñŭ.
tiếng Ê Đê| Y Ngông Niê Kdăm, anăn, čar, hdĭp mda, klei, mnuih ƀuôn sang, Êđê, Niê, Mlô, Êban, Knul, Kđoh.
tiếng Ba Na, Gia Rai| Ia Grai, Plơi, Đak Pơ, Kông Chro, Bok, Hơmon, Tơ Tung, Kon Chiêng, Ia Hrú, Chư Sê, Chư Prông.
tiếng Cơ Ho, Mnông| K'Ho, K'Brêl, Đạ Tẻh, Đạ M'ri, Đắk Mil, Đăk R'lấp, M'Nông, Bu Prăng, S'Tiêng, Bơ Dê.
tiếng Thái, Tày| Mường Thanh, Mường Lay, Nậm Păm, Pá Mỳ, Sìn Hồ, Tả Phời, Nà Hang, Khuổi Sao, Pù Luông, Bản Đôn.
chữ hoa| ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH – CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. ĐỘC LẬP - TỰ DO - HẠNH PHÚC.
chữ hoa| XÃ HÀ AN, ÔNG BÀ, LÀ, VÀ, NHÂN DÂN, CÔNG AN, THÔNG BÁO, HÒA BÌNH, ĐẮK LẮK, CHÍ LINH, TÂN BÌNH.
tên riêng| Đắk Lắk, Đắk Nông, Pleiku, Kon Tum, Bắc Kạn, Côte d'Ivoire, Müller, François, Señor, Björn, Nestlé, Citroën.
tên riêng| Gaïa, Zoë, Brontë, Hawaï, Chloé, Brasília, São Tomé, Köln, Tübingen, La Niña, El Niño, Peñarol, Häagen-Dazs, Böhn.
địa chỉ| https://donglac.example/tin-tuc/2019/?q=tin%20t%E1%BB%A9c&p=1#đầu, vanphong@donglac.example
mã số| 137/QĐ-UBND, 07/2011/QĐ-UBND, 02/2018/NĐ-CP, HĐND, TTĐT, m², km², m³/s, 5±2, n±m, x±y, 3×4, a×b, CO₂, §2, A®
gõ sai dấu| qúa trình, qủa cam, gìơ, cuả, thuỷ, hoạ, ngoaì, muà, quì gối, uý, nghành, giò, khoẻ, hoà toà khoá, loà
Ð (eth)| thành phố Ðông Hà, Ðông Anh, Ðà Nẵng, QÐ-UBND, ðiện, Ðiều 5, ðô la, ðang là Ðoàn
không dấu| Uy ban nhan dan tinh thong bao lich tiep cong dan thang 8, cac co quan, to chuc va ca nhan lien he.
số liệu| Diện tích 12 m², 30 m², 45 m²; 10 µm và 20 µm; 5 µg; 1º, 2º, 3ª; 15 °C; chênh ±0,5; 3 × 4 × 5; 100 ₫; 50 €.
"""

PLAIN: tuple[tuple[str, str], ...] = tuple(
    (name, text.strip()) for name, _, text in (line.partition("|") for line in _LINES.strip().splitlines())
)
